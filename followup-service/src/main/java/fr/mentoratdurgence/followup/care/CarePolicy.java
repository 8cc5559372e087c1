package fr.mentoratdurgence.followup.care;

import fr.mentoratdurgence.followup.care.CareCommand.AskCheckIn;
import fr.mentoratdurgence.followup.care.CareCommand.ChaseFirstContact;
import fr.mentoratdurgence.followup.care.CareCommand.JudgePace;
import fr.mentoratdurgence.followup.care.CareCommand.NoticeLongSilence;
import fr.mentoratdurgence.followup.care.CareCommand.NoticeUnanswered;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.deadlines.Deadline;
import fr.mentoratdurgence.platform.deadlines.OnDeadline;
import java.time.LocalDate;

/** Lets the deadlines of pairs pass, each with its own day, however late that is. */
final class CarePolicy {
    private final Commands commands;
    private final OperationDay day;

    CarePolicy(Commands commands, OperationDay day) {
        this.commands = commands;
        this.day = day;
    }

    OnDeadline of(CareDeadlines.Kind kind) {
        return OnDeadline.of(kind, due -> {
            String _ = commands.send(command(kind, due), CommandContext.system(due.key()));
        });
    }

    private CareCommand command(CareDeadlines.Kind kind, Deadline due) {
        String pair = due.subject();
        LocalDate dueOn = OperationDay.of(due.dueAt());
        LocalDate today = day.today();
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
