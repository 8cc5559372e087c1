package fr.mentoratdurgence.contracts.needs.v1;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A need goes from one référent to another, who will call from now on.
 *
 * <p>Topic {@code needs.v1}, key {@code need}, type {@code needs.need-handed-over.v1}.
 *
 * @param need the need's stream in needs-service
 * @param from pseudonymous account of who had it
 * @param to pseudonymous account of who has it now
 * @param reason LOAD, ABSENT, LEAVES, KNOWS_BETTER, RETURNED or OTHER; a consumer accepts values it does not know
 * @param until the first day on which it is the first one's again, Europe/Paris; null where it is for good
 * @param handedOn day, Europe/Paris
 */
public record NeedHandedOver(
        String need,
        String from,
        String to,
        String reason,
        @Nullable LocalDate until,
        LocalDate handedOn) {}
