package fr.mentoratdurgence.matching.running;

import fr.mentoratdurgence.matching.proposing.MatchingCommand.ExpireProposal;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.RemindMentor;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.deadlines.Deadline;
import java.time.Clock;
import java.time.Duration;

/**
 * Silence is an event: the mentor is reminded once, then a proposal or a trial that nobody answers expires, and its
 * seat and mentor are free again.
 */
class ProposalExpiry {
    private final Commands commands;
    private final Clock clock;
    private final Duration reminderBefore;

    ProposalExpiry(Commands commands, Clock clock, Duration reminderBefore) {
        this.commands = commands;
        this.clock = clock;
        this.reminderBefore = reminderBefore;
    }

    void expire(Deadline due) {
        var _ = commands.send(new ExpireProposal(due.subject(), clock.instant()), CommandContext.system(due.key()));
    }

    /** Nobody is reminded of what is over: where nobody looked for so long, it expires. */
    void remind(Deadline due) {
        if (clock.instant().isBefore(due.dueAt().plus(reminderBefore))) {
            var _ = commands.send(new RemindMentor(due.subject()), CommandContext.system(due.key()));
        }
    }
}
