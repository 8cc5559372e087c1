package fr.mentoratdurgence.followup.care;

import fr.mentoratdurgence.followup.care.CareCommand.AskHelp;
import fr.mentoratdurgence.followup.care.CareCommand.CompleteCheckIn;
import fr.mentoratdurgence.followup.care.CareCommand.ConfirmIntroduction;
import fr.mentoratdurgence.followup.care.CareCommand.CorrectCheckIn;
import fr.mentoratdurgence.followup.care.CareCommand.LogCall;
import fr.mentoratdurgence.followup.care.CareCommand.ReopenAlert;
import fr.mentoratdurgence.followup.care.CareCommand.ResolveAlert;
import fr.mentoratdurgence.followup.care.CareCommand.SnoozeAlert;
import fr.mentoratdurgence.followup.care.CareCommand.TakeBackHelp;
import fr.mentoratdurgence.followup.care.CareCommand.TakeStep;
import fr.mentoratdurgence.followup.care.CareCommand.UndoCheckIn;
import fr.mentoratdurgence.followup.pairs.AmendmentReason;
import fr.mentoratdurgence.followup.pairs.PairBoard;
import fr.mentoratdurgence.followup.pairs.PairRow;
import fr.mentoratdurgence.followup.pairs.Side;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.web.Undo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people do about the care for a pair, from the API and the pages alike: finds it among theirs, then acts. */
@Component
class CareActs {
    private final PairBoard pairs;
    private final CareBoard board;
    private final Commands commands;
    private final OperationDay day;
    private final Clock clock;

    CareActs(PairBoard pairs, CareBoard board, Commands commands, OperationDay day, Clock clock) {
        this.pairs = pairs;
        this.board = board;
        this.commands = commands;
        this.day = day;
        this.clock = clock;
    }

    PairRow find(Person person, String pair) {
        return pairs.find(person, pair).orElseThrow(() -> new Rejection(CareRejection.PAIR_NOT_KNOWN));
    }

    /** The pair, for who watches over it; others do not learn that it is there. */
    PairRow inCharge(Person person, String pair) {
        PairRow row = find(person, pair);
        if (!PairBoard.manages(person, row)) {
            throw new Rejection(CareRejection.PAIR_NOT_KNOWN);
        }
        return row;
    }

    void confirmIntroduction(Person person, PairRow row, LocalDate introducedOn, CommandContext context) {
        Side side = PairBoard.sideOf(person, row);
        send(new ConfirmIntroduction(row.pair(), side, introducedOn, day.today()), context);
    }

    /**
     * Says how it goes.
     *
     * @param on whose behalf somebody of the team speaks; the team's own where nothing is said. Others speak for themselves
     */
    void completeCheckIn(
            Person person,
            PairRow row,
            @Nullable CheckInSide on,
            int health,
            List<CheckInTheme> themes,
            CommandContext context) {
        CheckInSide side = speaker(person, row, on);
        send(new CompleteCheckIn(row.pair(), side, health, themes, via(person, row, side), day.today()), context);
    }

    /**
     * What was answered last was otherwise.
     *
     * @param on whose answer, for somebody of the team; others mend their own
     */
    void correctCheckIn(
            Person person,
            PairRow row,
            @Nullable CheckInSide on,
            int health,
            List<CheckInTheme> themes,
            AmendmentReason reason,
            CommandContext context) {
        CheckInSide side = speaker(person, row, on);
        send(
                new CorrectCheckIn(row.pair(), side, health, themes, via(person, row, side), reason, day.today()),
                context);
    }

    private static Via via(Person person, PairRow row, CheckInSide side) {
        return person.link() != null ? Via.LINK : side == sideOf(person, row) ? Via.ACCOUNT : Via.TELEPHONE;
    }

    void snooze(PairRow row, AlertKind kind, LocalDate until, CommandContext context) {
        send(new SnoozeAlert(row.pair(), kind, until, day.today()), context);
    }

    void resolve(PairRow row, AlertKind kind, AlertOutcome outcome, CommandContext context) {
        send(new ResolveAlert(row.pair(), kind, outcome, day.today()), context);
    }

    /** Whether what was done last to this alert can be taken back. */
    boolean undoable(CareBoard.AlertRow alert) {
        return alert.byHand() && alert.doneAt() != null && Undo.isOpen(alert.doneAt(), clock);
    }

    /** Whether what this side answered last can be taken back. */
    boolean undoable(CareBoard.@Nullable CheckInRow answer) {
        return answer != null && answer.answeredAt() != null && Undo.isOpen(answer.answeredAt(), clock);
    }

    /** What somebody of the team settled or put off by mistake stands again; asked twice, it stands. */
    void reopen(PairRow row, AlertKind kind, CommandContext context) {
        List<CareBoard.AlertRow> alerts = board.alerts(row.pair()).stream()
                .filter(alert -> alert.kind().is(kind))
                .toList();
        if (alerts.stream().anyMatch(this::undoable)) {
            send(new ReopenAlert(row.pair(), kind, day.today()), context);
        } else if (alerts.stream().noneMatch(CareBoard.AlertRow::stands)) {
            throw new Rejection(CareRejection.NO_LONGER_UNDONE);
        }
    }

    /**
     * Asks for something by oneself.
     *
     * @param on for whom somebody of the team notes it; others ask for themselves
     */
    void askHelp(Person person, PairRow row, @Nullable CheckInSide on, HelpWish wish, CommandContext context) {
        send(new AskHelp(row.pair(), speaker(person, row, on), wish, day.today()), context);
    }

    /** What this side asked for and nobody has settled yet. */
    Optional<CareBoard.AlertRow> help(PairRow row, CheckInSide side) {
        return side == CheckInSide.REFERENT
                ? Optional.empty()
                : board.alerts(row.pair()).stream()
                        .filter(alert ->
                                alert.resolvedOn() == null && alert.kind().is(HelpRules.alertOf(side)))
                        .findFirst();
    }

    /** Whether this can be taken back by who asked for it. */
    boolean helpUndoable(CareBoard.AlertRow help) {
        return help.snoozedUntil() == null && Undo.isOpen(help.recordedAt(), clock);
    }

    /** Takes back what was asked for by mistake, once; {@code on} as for {@link #askHelp}. */
    void takeBackHelp(Person person, PairRow row, @Nullable CheckInSide on, CommandContext context) {
        CheckInSide side = speaker(person, row, on);
        Optional<CareBoard.AlertRow> asked = help(row, side);
        if (asked.filter(this::helpUndoable).isPresent()) {
            send(new TakeBackHelp(row.pair(), side, day.today()), context);
        } else if (asked.isPresent() || !hasTakenBackHelp(row, side)) {
            throw new Rejection(CareRejection.NO_LONGER_UNDONE);
        }
    }

    private boolean hasTakenBackHelp(PairRow row, CheckInSide side) {
        return side != CheckInSide.REFERENT
                && board.alerts(row.pair()).stream()
                        .anyMatch(alert -> alert.kind().is(HelpRules.alertOf(side)) && alert.isTakenBack());
    }

    /** For whom this person speaks: the team for the side it names, everybody else for themselves. */
    static CheckInSide speaker(Person person, PairRow row, @Nullable CheckInSide on) {
        CheckInSide own = sideOf(person, row);
        return own == CheckInSide.REFERENT && on != null ? on : own;
    }

    /**
     * Takes back what was answered last; where no answer stands, there is none to take back.
     *
     * @param on whose answer, for somebody of the team; others take back their own
     */
    void undoCheckIn(Person person, PairRow row, @Nullable CheckInSide on, CommandContext context) {
        CheckInSide side = speaker(person, row, on);
        Optional<CareBoard.CheckInRow> last = board.last(row.pair(), side);
        if (last.filter(this::undoable).isPresent()) {
            send(new UndoCheckIn(row.pair(), side, day.today()), context);
        } else if (last.filter(CareBoard.CheckInRow::open).isEmpty()) {
            throw new Rejection(CareRejection.NO_LONGER_UNDONE);
        }
    }

    void logCall(
            PairRow row,
            CallPartner partner,
            CallReason reason,
            boolean reached,
            LocalDate calledOn,
            CommandContext context) {
        send(new LogCall(row.pair(), partner, reason, reached, calledOn, day.today()), context);
    }

    void takeStep(PairRow row, InterventionStep step, CommandContext context) {
        send(new TakeStep(row.pair(), step, day.today()), context);
    }

    /** For whom this person answers. */
    static CheckInSide sideOf(Person person, PairRow row) {
        return switch (PairBoard.sideOf(person, row)) {
            case MENTOR -> CheckInSide.MENTOR;
            case STRUCTURE, YOUTH -> CheckInSide.STRUCTURE;
            case OPERATION -> CheckInSide.REFERENT;
        };
    }

    private void send(CareCommand command, CommandContext context) {
        String _ = commands.send(command, context);
    }
}
