package fr.mentoratdurgence.followup.pairs;

import java.time.LocalDate;

/** A pair pauses for a time, and goes on. */
sealed interface PauseCommand extends PairCommand {

    /** @param until its last day */
    record PausePair(String pair, Side side, PauseReason reason, LocalDate from, LocalDate until, LocalDate today)
            implements PauseCommand {}

    /** Before its last day, or before it has begun. */
    record ResumePair(String pair, Side side, LocalDate today) implements PauseCommand {}
}
