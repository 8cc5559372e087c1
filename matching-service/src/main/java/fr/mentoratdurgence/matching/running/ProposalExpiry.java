package fr.mentoratdurgence.matching.running;

import fr.mentoratdurgence.matching.board.ProposalBoard;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ExpireProposal;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.RemindMentor;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Silence is an event: the mentor is reminded once, then a proposal or a trial that nobody answers expires, and its
 * seat and mentor are free again.
 */
@Component
class ProposalExpiry {
    private static final Logger LOG = LoggerFactory.getLogger(ProposalExpiry.class);
    private static final int AT_ONCE = 500;

    private final ProposalBoard board;
    private final Commands commands;
    private final Clock clock;

    private final Duration reminderBefore;

    ProposalExpiry(ProposalBoard board, Commands commands, Clock clock, RunningSettings settings) {
        this.board = board;
        this.commands = commands;
        this.clock = clock;
        this.reminderBefore = settings.reminderBefore();
    }

    @Scheduled(fixedDelayString = "${mentorat.expiry-every}")
    void expire() {
        Instant now = clock.instant();
        for (String proposal : board.overdue(now, AT_ONCE)) {
            try {
                var _ = commands.send(
                        new ExpireProposal(proposal, now), CommandContext.system("expiry:" + proposal + ":" + now));
            } catch (Rejection decided) {
                LOG.debug("{} was decided in the meantime: {}", proposal, decided.getMessage());
            }
        }
    }

    @Scheduled(fixedDelayString = "${mentorat.expiry-every}")
    void remind() {
        Instant soon = clock.instant().plus(reminderBefore);
        for (String proposal : board.toRemind(soon, AT_ONCE)) {
            try {
                var _ = commands.send(new RemindMentor(proposal), CommandContext.system("reminder:" + proposal));
            } catch (Rejection decided) {
                LOG.debug("{} was decided in the meantime: {}", proposal, decided.getMessage());
            }
        }
    }
}
