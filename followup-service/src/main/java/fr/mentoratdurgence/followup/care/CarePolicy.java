package fr.mentoratdurgence.followup.care;

import fr.mentoratdurgence.followup.care.CareCommand.AskCheckIn;
import fr.mentoratdurgence.followup.care.CareCommand.ChaseFirstContact;
import fr.mentoratdurgence.followup.care.CareCommand.JudgePace;
import fr.mentoratdurgence.followup.care.CareCommand.NoticeLongSilence;
import fr.mentoratdurgence.followup.care.CareCommand.NoticeUnanswered;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.deadlines.Deadline;
import java.time.LocalDate;

/** What follows from each deadline of a pair, with its own day, however late that is. */
final class CarePolicy {
    private CarePolicy() {}

    static CareCommand command(CareDeadlines.Kind kind, Deadline due, LocalDate today) {
        String pair = due.subject();
        LocalDate dueOn = OperationDay.of(due.dueAt());
        return switch (kind) {
            case FIRST_CONTACT_CALL -> new ChaseFirstContact(pair, ContactChase.REFERENT_CALLS, dueOn, today);
            case FIRST_CONTACT_ALERT -> new ChaseFirstContact(pair, ContactChase.ALERT, dueOn, today);
            case CHECK_IN -> new AskCheckIn(pair, number(due), dueOn, today);
            case CHECK_IN_ANSWER -> new NoticeUnanswered(pair, number(due), dueOn, today);
            case LONG_SILENCE -> new NoticeLongSilence(pair, dueOn, today);
            case PACE -> new JudgePace(pair, dueOn, today);
        };
    }

    private static int number(Deadline due) {
        return Integer.parseInt(due.key().substring(due.key().lastIndexOf(':') + 1));
    }
}
