package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.followup.pairs.PairActs.Act;
import fr.mentoratdurgence.followup.pairs.SessionCommand.Absence;
import fr.mentoratdurgence.followup.pairs.SessionCommand.CancelSession;
import fr.mentoratdurgence.followup.pairs.SessionCommand.CorrectSession;
import fr.mentoratdurgence.followup.pairs.SessionCommand.LogMissedSession;
import fr.mentoratdurgence.followup.pairs.SessionCommand.LogSession;
import fr.mentoratdurgence.followup.pairs.SessionCommand.Session;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.Ids;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What people tell of sessions, and mend, from the API and the pages alike. */
@Component
class SessionActs {
    private final PairBoard board;
    private final Commands commands;
    private final OperationDay day;
    private final Ids ids;

    SessionActs(PairBoard board, Commands commands, OperationDay day, Ids ids) {
        this.board = board;
        this.commands = commands;
        this.day = day;
        this.ids = ids;
    }

    /** Answers which session it is: a new one, or the one that was told already and is confirmed. */
    String log(Act act, Session told, Repeat repeat) {
        checkMentorIsThere(act, told.heldOn());
        return commands.send(
                new LogSession(act.pair(), ids.next("session"), act.side(), told, repeat, day.today()), act.context());
    }

    /** The same for an absence. */
    String logMissed(Act act, Absence told, Repeat repeat) {
        checkMentorIsThere(act, told.plannedOn());
        return commands.send(
                new LogMissedSession(act.pair(), ids.next("session"), act.side(), told, repeat, day.today()),
                act.context());
    }

    void correct(Act act, String session, Session told, AmendmentReason reason) {
        checkMentorIsThere(act, told.heldOn());
        String _ = commands.send(
                new CorrectSession(act.pair(), session, act.side(), reason, told, day.today()), act.context());
    }

    void cancel(Act act, String session, AmendmentReason reason) {
        String _ =
                commands.send(new CancelSession(act.pair(), session, act.side(), reason, day.today()), act.context());
    }

    /** The line of a session that this person may mend. */
    PairFact mendable(Act act, String session) {
        PairFact line = board.facts(act.person(), act.row()).stream()
                .filter(fact -> fact.isSession(session))
                .findFirst()
                .orElseThrow(() -> new Rejection(PairRejection.SESSION_UNKNOWN));
        if (!line.mayBeMendedBy(act.side())) {
            throw new Rejection(PairRejection.SESSION_NOT_YOURS);
        }
        return line;
    }

    /** Who has left the operation holds no session any more; what was before is told. */
    private static void checkMentorIsThere(Act act, LocalDate on) {
        LocalDate left = act.row().mentorWithdrewOn();
        if (left != null && on.isAfter(left)) {
            throw new Rejection(PairRejection.MENTOR_HAS_LEFT, Map.of("leftOn", left.toString()));
        }
    }
}
