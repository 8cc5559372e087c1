package fr.mentoratdurgence.contracts.needs.v1;

import java.time.LocalDate;

/**
 * The référent gave a need back: somebody else may take it.
 *
 * <p>Topic {@code needs.v1}, key {@code need}, type {@code needs.need-released.v1}.
 *
 * @param need the need's stream in needs-service
 * @param referent pseudonymous account of who had it
 * @param reason TAKEN_BY_MISTAKE, NO_TIME, ABSENT, KNOWS_BETTER or OTHER; a consumer accepts values it does not know
 * @param releasedOn day, Europe/Paris
 */
public record NeedReleased(String need, String referent, String reason, LocalDate releasedOn) {}
