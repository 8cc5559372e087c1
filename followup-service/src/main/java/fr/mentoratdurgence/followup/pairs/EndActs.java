package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.followup.pairs.EndCommand.ClosePair;
import fr.mentoratdurgence.followup.pairs.EndCommand.CorrectClosure;
import fr.mentoratdurgence.followup.pairs.EndCommand.CorrectInterruption;
import fr.mentoratdurgence.followup.pairs.EndCommand.DecideSeat;
import fr.mentoratdurgence.followup.pairs.EndCommand.InterruptPair;
import fr.mentoratdurgence.followup.pairs.EndCommand.RecordExit;
import fr.mentoratdurgence.followup.pairs.EndCommand.ReopenSeat;
import fr.mentoratdurgence.followup.pairs.PairActs.Act;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the team ends a pair and what it notes afterwards, from the API and the pages alike. */
@Component
class EndActs {

    /**
     * An interruption, as somebody of the team says it.
     *
     * @param afterwards what becomes of the place; null = what follows from the reason
     * @param endedOn    null = today
     */
    record Interruption(
            Side side,
            InterruptionReason reason,
            @Nullable SeatAfterwards afterwards,
            @Nullable LocalDate heldUntil,
            @Nullable LocalDate endedOn) {
        SeatAfterwards seat() {
            return afterwards == null ? SeatAfterwards.of(reason) : afterwards;
        }
    }

    /** For how long a structure keeps a place by one button. */
    private static final int KEPT_WEEKS = 2;

    private final Commands commands;
    private final OperationDay day;

    EndActs(Commands commands, OperationDay day) {
        this.commands = commands;
        this.day = day;
    }

    void interrupt(Act act, Interruption told) {
        send(
                act,
                new InterruptPair(
                        act.pair(),
                        told.side(),
                        told.reason(),
                        told.seat(),
                        told.heldUntil(),
                        orToday(told.endedOn()),
                        day.today()));
    }

    void close(Act act, boolean planned, @Nullable LocalDate endedOn) {
        send(act, new ClosePair(act.pair(), planned, orToday(endedOn), day.today()));
    }

    void decideSeat(Act act, SeatAfterwards afterwards, @Nullable LocalDate heldUntil) {
        send(act, new DecideSeat(act.pair(), afterwards, heldUntil, day.today()));
    }

    /**
     * An end as it was in truth.
     *
     * @param amendment why it is corrected
     * @param side      of an interruption; null for a closure
     * @param reason    of an interruption; null for a closure
     * @param planned   of a closure; null for an interruption
     */
    record Mended(
            AmendmentReason amendment,
            @Nullable Side side,
            @Nullable InterruptionReason reason,
            @Nullable Boolean planned,
            LocalDate endedOn) {}

    /** It ended otherwise than told. What became of the place stays as it is. */
    void correct(Act act, Mended end) {
        send(
                act,
                end.side() == null || end.reason() == null
                        ? new CorrectClosure(
                                act.pair(),
                                end.amendment(),
                                Boolean.TRUE.equals(end.planned()),
                                end.endedOn(),
                                day.today())
                        : new CorrectInterruption(
                                act.pair(), end.amendment(), end.side(), end.reason(), end.endedOn(), day.today()));
    }

    /** Nobody was to be looked for, and that was wrong. */
    void reopenSeat(Act act, SeatAfterwards afterwards, @Nullable LocalDate heldUntil) {
        send(act, new ReopenSeat(act.pair(), afterwards, heldUntil, day.today()));
    }

    /** What the structure wants to become of a place that was kept for its young person; kept, it is for a while more. */
    void answerSeat(Act act, SeatAfterwards afterwards) {
        if (act.side() != Side.STRUCTURE) {
            throw new Rejection(PairRejection.NOT_IN_CHARGE);
        }
        LocalDate until = afterwards == SeatAfterwards.HOLD ? day.today().plusWeeks(KEPT_WEEKS) : null;
        String _ = commands.send(new DecideSeat(act.pair(), afterwards, until, day.today()), act.context());
    }

    void recordExit(Act act, Side side, ExitOutcome outcome, boolean again, LocalDate heldOn) {
        send(act, new RecordExit(act.pair(), side, outcome, again, heldOn, day.today()));
    }

    private LocalDate orToday(@Nullable LocalDate endedOn) {
        return endedOn == null ? day.today() : endedOn;
    }

    private void send(Act act, EndCommand command) {
        PairActs.mustManage(act.person(), act.row());
        String _ = commands.send(command, act.context());
    }
}
