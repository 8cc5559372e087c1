package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.followup.pairs.EndCommand.NoticeSeatDue;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.deadlines.Deadline;
import fr.mentoratdurgence.platform.deadlines.OnDeadline;
import org.springframework.stereotype.Component;

/** The day has come until which a place was kept: says so. */
@Component
class SeatDuePolicy implements OnDeadline {
    private final Commands commands;

    SeatDuePolicy(Commands commands) {
        this.commands = commands;
    }

    @Override
    public String kind() {
        return PairDeadline.SEAT_DUE.name();
    }

    @Override
    public void passed(Deadline due) {
        String _ = commands.send(
                new NoticeSeatDue(due.subject(), OperationDay.of(due.dueAt())), CommandContext.system(due.key()));
    }
}
