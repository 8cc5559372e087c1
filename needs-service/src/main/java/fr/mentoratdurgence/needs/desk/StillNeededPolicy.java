package fr.mentoratdurgence.needs.desk;

import fr.mentoratdurgence.needs.board.NeedBoard;
import fr.mentoratdurgence.needs.intake.IntakeCommand.Act;
import fr.mentoratdurgence.needs.intake.NeedCommand.AskStillNeeded;
import fr.mentoratdurgence.needs.intake.StillNeeded;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.deadlines.Deadline;
import fr.mentoratdurgence.platform.deadlines.OnDeadline;
import org.springframework.stereotype.Component;

/** Asks whether mentors are still needed where young people of a need have none. Nothing follows from silence. */
@Component
class StillNeededPolicy implements OnDeadline {
    private final Commands commands;
    private final NeedBoard board;
    private final OperationDay day;

    StillNeededPolicy(Commands commands, NeedBoard board, OperationDay day) {
        this.commands = commands;
        this.board = board;
        this.day = day;
    }

    @Override
    public String kind() {
        return StillNeeded.Silence.STILL_NEEDED.name();
    }

    @Override
    public void passed(Deadline silence) {
        String need = silence.subject();
        String _ = commands.send(
                new Act(new AskStillNeeded(need, board.pairs(need).size(), day.today())),
                CommandContext.system(silence.key()));
    }
}
