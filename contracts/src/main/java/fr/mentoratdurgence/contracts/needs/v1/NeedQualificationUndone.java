package fr.mentoratdurgence.contracts.needs.v1;

import java.time.LocalDate;
import java.util.List;

/**
 * A need was qualified by mistake, and waits again: nothing was proposed for it yet.
 *
 * <p>Topic {@code needs.v1}, key {@code need}, type {@code needs.need-qualification-undone.v1}.
 *
 * @param need the need's stream in needs-service
 * @param qualifiedOn the day of the qualification that is taken back, Europe/Paris
 * @param lines as they were asked for before
 */
public record NeedQualificationUndone(String need, LocalDate qualifiedOn, List<NeedLine> lines) {}
