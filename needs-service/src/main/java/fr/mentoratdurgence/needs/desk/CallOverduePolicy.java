package fr.mentoratdurgence.needs.desk;

import fr.mentoratdurgence.needs.intake.CallPromise;
import fr.mentoratdurgence.needs.intake.IntakeCommand.Act;
import fr.mentoratdurgence.needs.intake.NeedCommand.NoticeContactOverdue;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.deadlines.Deadline;
import fr.mentoratdurgence.platform.deadlines.OnDeadline;
import org.springframework.stereotype.Component;

/** Says that nobody called a contact by the day that was promised, with that day. */
@Component
class CallOverduePolicy implements OnDeadline {
    private final Commands commands;
    private final OperationDay day;

    CallOverduePolicy(Commands commands, OperationDay day) {
        this.commands = commands;
        this.day = day;
    }

    @Override
    public String kind() {
        return CallPromise.Broken.FIRST_CALL.name();
    }

    @Override
    public void passed(Deadline broken) {
        String _ = commands.send(
                new Act(new NoticeContactOverdue(broken.subject(), CallPromise.promised(broken), day.today())),
                CommandContext.system(broken.key()));
    }
}
