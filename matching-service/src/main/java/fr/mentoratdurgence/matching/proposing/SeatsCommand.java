package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.matching.proposing.SeatsEvent.ExclusionReason;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.LiftReason;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.PreMatchingEnd;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatsOpened;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of the seats of one need. */
sealed interface SeatsCommand {
    record OpenSeats(SeatsOpened opening) implements SeatsCommand {}

    /** @param prematching whose seat it is; null = any free one */
    record ReserveSeat(
            int line,
            String mentor,
            String proposal,
            String by,
            Instant at,
            @Nullable String prematching) implements SeatsCommand {}

    record TakeSeat(String proposal, String pair) implements SeatsCommand {}

    /** @param exclude whether the mentor is not to be proposed for this line again */
    record ReleaseSeat(String proposal, boolean exclude) implements SeatsCommand {}

    /** The pair on a seat was interrupted. */
    record ReopenSeat(String pair) implements SeatsCommand {}

    /** A new count, refused where more seats are in use. */
    record ReviseLine(int line, int count) implements SeatsCommand {}

    /** A new count, reached as far as seats are free, and further with each seat that is released. */
    record ShrinkLine(int line, int count) implements SeatsCommand {}

    /** Somebody says that the two must not be proposed to each other. */
    record ExcludeMentor(int line, String mentor, ExclusionReason reason, String by) implements SeatsCommand {}

    /** A coordinator lets the two be proposed to each other again. */
    record LiftExclusion(int line, String mentor, LiftReason reason, String by) implements SeatsCommand {}

    record AskPreMatching(String prematching, int line, List<String> candidates, String by, Instant at)
            implements SeatsCommand {}

    record EndPreMatching(String prematching, PreMatchingEnd end) implements SeatsCommand {}

    /** @param referent who follows the need now; null = nobody */
    record PassNeedOn(@Nullable String referent) implements SeatsCommand {}

    /** @param ended proposals that end with it */
    record CloseSeats(List<String> ended) implements SeatsCommand {
        /** None was open. */
        CloseSeats() {
            this(List.of());
        }
    }

    /** The need stands again. */
    record ReopenSeats() implements SeatsCommand {}

    /**
     * A proposal stands again, on the seat that it had: refused where somebody else has it.
     *
     * @param prematching whose seat it was; null = an ordinary one
     */
    record ReturnSeat(
            int line,
            int seat,
            String mentor,
            String proposal,
            String by,
            Instant at,
            @Nullable String prematching) implements SeatsCommand {}

    /** A pair goes on whose end was a mistake: on its seat, on another one of the line, or on one more. */
    record RestorePair(int line, int seat, String mentor, String proposal, String pair, String by, Instant at)
            implements SeatsCommand {}

    /** A match was confirmed by mistake: its seat is only reserved. */
    record GiveBackSeat(String proposal, String pair) implements SeatsCommand {}
}
