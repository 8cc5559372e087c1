package fr.mentoratdurgence.followup.care;

import fr.mentoratdurgence.followup.pairs.EndingUseCases.Stop;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is asked of the pairs of a mentor who leaves. {@code today} is the day of asking. */
sealed interface DepartureCommand {

    /**
     * A pair stops with its mentor's departure, and the structure was called.
     *
     * @param reached whether somebody answered; null = nobody has called yet
     */
    record LeavePair(Stop stop, @Nullable Boolean reached, LocalDate today) implements DepartureCommand {}
}
