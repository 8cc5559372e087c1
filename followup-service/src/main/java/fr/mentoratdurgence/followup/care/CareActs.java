package fr.mentoratdurgence.followup.care;

import fr.mentoratdurgence.followup.care.CareCommand.CompleteCheckIn;
import fr.mentoratdurgence.followup.care.CareCommand.ConfirmIntroduction;
import fr.mentoratdurgence.followup.care.CareCommand.LogCall;
import fr.mentoratdurgence.followup.care.CareCommand.ResolveAlert;
import fr.mentoratdurgence.followup.care.CareCommand.SnoozeAlert;
import fr.mentoratdurgence.followup.care.CareCommand.TakeStep;
import fr.mentoratdurgence.followup.pairs.PairBoard;
import fr.mentoratdurgence.followup.pairs.PairRow;
import fr.mentoratdurgence.followup.pairs.Side;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people do about the care for a pair, from the API and the pages alike: finds it among theirs, then acts. */
@Component
class CareActs {
    private final PairBoard pairs;
    private final Commands commands;
    private final OperationDay day;

    CareActs(PairBoard pairs, Commands commands, OperationDay day) {
        this.pairs = pairs;
        this.commands = commands;
        this.day = day;
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
        CheckInSide own = sideOf(person, row);
        CheckInSide side = own == CheckInSide.REFERENT && on != null ? on : own;
        Via via = person.link() != null ? Via.LINK : side == own ? Via.ACCOUNT : Via.TELEPHONE;
        send(new CompleteCheckIn(row.pair(), side, health, themes, via, day.today()), context);
    }

    void snooze(PairRow row, AlertKind kind, LocalDate until, CommandContext context) {
        send(new SnoozeAlert(row.pair(), kind, until, day.today()), context);
    }

    void resolve(PairRow row, AlertKind kind, AlertOutcome outcome, CommandContext context) {
        send(new ResolveAlert(row.pair(), kind, outcome, day.today()), context);
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
