package fr.mentoratdurgence.matching.running;

import fr.mentoratdurgence.matching.board.LineBoard;
import fr.mentoratdurgence.matching.board.PairingBoard;
import fr.mentoratdurgence.matching.board.PreMatchingRow;
import fr.mentoratdurgence.matching.board.ProposalBoard;
import fr.mentoratdurgence.matching.board.ProposalRow;
import fr.mentoratdurgence.matching.engine.LineId;
import fr.mentoratdurgence.matching.engine.Suggestion;
import fr.mentoratdurgence.matching.proposing.MatchingCommand;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ContinuePreMatching;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.OfferNextBest;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.Propose;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Origin;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.Commands.Busy;
import fr.mentoratdurgence.platform.Ids;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.web.Undo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * After a no or a silence nobody has to act: the next candidate of a pré-matching is asked, or else the best mentor for
 * that line in a plan for everything that is open. What is needed more elsewhere stays there. The command is named
 * after the freed proposal, so any number of instances and repeats offer a seat once.
 */
@Component
class NextBest {
    private static final Logger LOG = LoggerFactory.getLogger(NextBest.class);
    private static final Duration LOOK_BACK = Duration.ofDays(2); // older seats are a matter of the runs
    private static final int AT_ONCE = 200;
    private static final String BY = "system";

    private final ProposalBoard proposals;
    private final PairingBoard pairings;
    private final LineBoard lines;
    private final Runs runs;
    private final PreMatchings prematchings;
    private final PolicyVersions policies;
    private final Commands commands;
    private final Clock clock;
    private final Ids ids;

    NextBest(
            ProposalBoard proposals,
            PairingBoard pairings,
            LineBoard lines,
            Runs runs,
            PreMatchings prematchings,
            PolicyVersions policies,
            Commands commands,
            Clock clock,
            Ids ids) {
        this.proposals = proposals;
        this.pairings = pairings;
        this.lines = lines;
        this.runs = runs;
        this.prematchings = prematchings;
        this.policies = policies;
        this.commands = commands;
        this.clock = clock;
        this.ids = ids;
    }

    @Scheduled(fixedDelayString = "${mentorat.next-best-every}")
    void offer() {
        List<ProposalRow> freed = proposals.freed(
                clock.instant().minus(LOOK_BACK), clock.instant().minus(Undo.WITHIN), AT_ONCE);
        if (freed.isEmpty()) {
            return;
        }
        List<ProposalRow> open = new ArrayList<>();
        for (ProposalRow proposal : freed) {
            try {
                if (!goesOn(proposal)) {
                    open.add(proposal);
                }
            } catch (Rejection busy) {
                later(proposal);
            }
        }
        offerBest(open);
    }

    /** Whether the proposal belonged to a pré-matching that has asked somebody else. */
    private boolean goesOn(ProposalRow freed) {
        PreMatchingRow asked = freed.prematching() == null
                ? null
                : pairings.prematching(freed.prematching()).orElse(null);
        if (asked == null || asked.ended() != null || asked.proposal() != null) {
            return false;
        }
        List<Propose> next = lines.line(asked.need(), asked.line())
                .map(line -> prematchings.proposals(asked.prematching(), line, asked.left(), BY))
                .orElse(List.of());
        String answer =
                send(new ContinuePreMatching(asked.prematching(), asked.need(), next), "next:" + freed.proposal());
        boolean found = answer != null && answer.startsWith("proposal-");
        if (found) {
            proposals.sought(freed.proposal());
        }
        return found;
    }

    private void offerBest(List<ProposalRow> freed) {
        if (freed.isEmpty()) {
            return;
        }
        Map<LineId, List<Suggestion>> plan = new HashMap<>();
        runs.plan()
                .forEach(s ->
                        plan.computeIfAbsent(s.id(), _ -> new ArrayList<>()).add(s));
        Instant now = clock.instant();
        for (ProposalRow proposal : freed) {
            List<Suggestion> best = plan.getOrDefault(
                    new LineId(proposal.terms().need(), proposal.terms().line()), List.of());
            Propose next = best.isEmpty()
                    ? null
                    : Propose.of(
                            ids.next("proposal"), best.removeFirst(), Origin.NEXT_BEST, policies.active(), BY, now);
            try {
                var _ = send(new OfferNextBest(proposal.proposal(), next), "best:" + proposal.proposal());
                proposals.sought(proposal.proposal());
            } catch (Rejection busy) {
                later(proposal);
            }
        }
    }

    /** Not noted as sought, so that the next round finds it again. */
    private static void later(ProposalRow proposal) {
        LOG.debug("the seat of {} is offered at the next round", proposal.proposal());
    }

    /**
     * The answer; null where it became impossible.
     *
     * @throws Rejection where too much happened at once and nothing was decided
     */
    private @Nullable String send(MatchingCommand command, String id) {
        try {
            return commands.send(command, CommandContext.system(id));
        } catch (Rejection refused) {
            if (refused.is(Busy.BUSY)) {
                throw refused;
            }
            LOG.debug("{} became impossible: {}", id, refused.getMessage());
            return null;
        }
    }
}
