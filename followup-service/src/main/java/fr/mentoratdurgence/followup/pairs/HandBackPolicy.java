package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.followup.pairs.HandOverCommand.HandBack;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.deadlines.Deadline;
import fr.mentoratdurgence.platform.deadlines.OnDeadline;
import org.springframework.stereotype.Component;

/** What was lent until a day goes back on the next one. */
@Component
class HandBackPolicy implements OnDeadline {
    private final Commands commands;

    HandBackPolicy(Commands commands) {
        this.commands = commands;
    }

    @Override
    public String kind() {
        return PairDeadline.HAND_BACK.name();
    }

    @Override
    public void passed(Deadline due) {
        String _ = commands.send(
                new HandBack(due.subject(), OperationDay.of(due.dueAt())), CommandContext.system(due.key()));
    }
}
