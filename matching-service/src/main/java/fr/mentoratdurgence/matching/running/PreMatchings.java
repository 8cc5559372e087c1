package fr.mentoratdurgence.matching.running;

import fr.mentoratdurgence.matching.engine.Candidate;
import fr.mentoratdurgence.matching.engine.Engine;
import fr.mentoratdurgence.matching.engine.Pairing;
import fr.mentoratdurgence.matching.engine.Policy;
import fr.mentoratdurgence.matching.proposing.FreeLine;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.Propose;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Origin;
import fr.mentoratdurgence.platform.Ids;
import fr.mentoratdurgence.platform.OperationDay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Prepares the proposals of a pré-matching: one for each candidate who is active, with the engine's explanation. */
public final class PreMatchings {

    private final LiveMatching live;
    private final PolicyVersions policies;
    private final Clock clock;
    private final Ids ids;
    private final Duration trial;

    PreMatchings(LiveMatching live, PolicyVersions policies, Clock clock, Ids ids, Duration trial) {
        this.live = live;
        this.policies = policies;
        this.clock = clock;
        this.ids = ids;
        this.trial = trial;
    }

    /** In the order of the candidates; who is not active is left out. */
    public List<Propose> proposals(String prematching, FreeLine line, List<String> candidates, String by) {
        Instant now = clock.instant();
        LocalDate today = OperationDay.of(now);
        Policy policy = policies.active();
        return live.known(known -> {
            Set<Pairing> exclusions = known.input().exclusions(line);
            return candidates.stream()
                    .flatMap(mentor -> known.input().active(mentor, today).stream())
                    .map(mentor -> proposal(prematching, line, mentor, exclusions, policy, by, now, today))
                    .toList();
        });
    }

    private Propose proposal(
            String prematching,
            FreeLine line,
            Candidate mentor,
            Set<Pairing> exclusions,
            Policy policy,
            String by,
            Instant now,
            LocalDate today) {
        return Propose.of(
                        ids.next("proposal"),
                        Engine.assess(line.waiting(today), mentor, exclusions, policy),
                        Origin.PREMATCHING,
                        policy,
                        by,
                        now)
                .inPreMatching(prematching, Math.toIntExact(trial.toHours()));
    }
}
