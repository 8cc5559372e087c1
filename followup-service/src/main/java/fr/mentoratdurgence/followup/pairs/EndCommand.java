package fr.mentoratdurgence.followup.pairs;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How a pair ends, and what is asked afterwards. */
sealed interface EndCommand extends PairCommand {
    LocalDate today();

    /** @param heldUntil until when the place is kept; null unless it is */
    record InterruptPair(
            String pair,
            Side side,
            InterruptionReason reason,
            SeatAfterwards afterwards,
            @Nullable LocalDate heldUntil,
            LocalDate endedOn,
            LocalDate today)
            implements EndCommand {}

    record ClosePair(String pair, boolean planned, LocalDate endedOn, LocalDate today) implements EndCommand {}

    /**
     * What becomes of a place that was kept: another mentor, or nobody; or kept longer.
     *
     * @param heldUntil until when it is kept now; null unless it is
     */
    record DecideSeat(
            String pair,
            SeatAfterwards afterwards,
            @Nullable LocalDate heldUntil,
            LocalDate today) implements EndCommand {}

    /** It was for another reason, from another side, or on another day. */
    record CorrectInterruption(
            String pair,
            AmendmentReason amendment,
            Side side,
            InterruptionReason reason,
            LocalDate endedOn,
            LocalDate today)
            implements EndCommand {}

    /** It was planned, or not; or on another day. */
    record CorrectClosure(String pair, AmendmentReason amendment, boolean planned, LocalDate endedOn, LocalDate today)
            implements EndCommand {}

    /**
     * Nobody was to be looked for, and that was wrong: another mentor after all, or the place is kept.
     *
     * @param heldUntil until when it is kept; null unless it is
     */
    record ReopenSeat(
            String pair,
            SeatAfterwards afterwards,
            @Nullable LocalDate heldUntil,
            LocalDate today) implements EndCommand {}

    /** The day has come until which a place was kept; {@code today} is that day, however late this is noticed. */
    record NoticeSeatDue(String pair, LocalDate today) implements EndCommand {}

    /** What a side says of the pair. {@code again} = would do it again. */
    record RecordExit(String pair, Side side, ExitOutcome outcome, boolean again, LocalDate heldOn, LocalDate today)
            implements EndCommand {}
}
