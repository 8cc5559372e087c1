package fr.mentoratdurgence.needs.desk;

import fr.mentoratdurgence.needs.intake.IntakeCommand.Act;
import fr.mentoratdurgence.needs.intake.NeedCommand.ReturnNeed;
import fr.mentoratdurgence.needs.intake.NeedLoans;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.deadlines.Deadline;
import fr.mentoratdurgence.platform.deadlines.OnDeadline;
import org.springframework.stereotype.Component;

/** A need that was lent until a day comes back on it. */
@Component
class NeedReturnPolicy implements OnDeadline {
    private final Commands commands;
    private final OperationDay day;

    NeedReturnPolicy(Commands commands, OperationDay day) {
        this.commands = commands;
        this.day = day;
    }

    @Override
    public String kind() {
        return NeedLoans.Over.NEED_LENT.name();
    }

    @Override
    public void passed(Deadline over) {
        String _ =
                commands.send(new Act(new ReturnNeed(over.subject(), day.today())), CommandContext.system(over.key()));
    }
}
