package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.followup.pairs.PairCommand.NoticeSilence;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.deadlines.Deadline;
import fr.mentoratdurgence.platform.deadlines.OnDeadline;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Silence is an event: says so when the deadline of a first contact has passed. */
@Component
class FirstContactPolicy implements OnDeadline {
    private final Commands commands;
    private final Clock clock;

    FirstContactPolicy(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return PairDeadline.FIRST_CONTACT.name();
    }

    @Override
    public void passed(Deadline due) {
        String _ = commands.send(new NoticeSilence(due.subject(), clock.instant()), CommandContext.system(due.key()));
    }
}
