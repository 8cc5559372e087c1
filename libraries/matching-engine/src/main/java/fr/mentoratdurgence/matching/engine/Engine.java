package fr.mentoratdurgence.matching.engine;

import fr.mentoratdurgence.matching.engine.ExplainedPlan.Waiting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Matches all free seats with all free capacities at once. The same problem gives the same outcome on any machine, in
 * whatever order its lines and mentors come.
 */
public final class Engine {
    private Engine() {}

    /** The best plan with all its reasons. */
    public static ExplainedPlan solve(Problem problem) {
        return LivePlan.once(problem).outcome();
    }

    /** The best plan with its prices, without reasons. */
    public static Plan plan(Problem problem) {
        return LivePlan.once(problem).plan();
    }

    /**
     * Why each line still waits, without matching anything.
     *
     * @param problem lines and mentors with what is free now
     */
    public static List<Waiting> whyWaiting(Problem problem) {
        Fit fit = new Fit(problem.policy());
        Map<String, Set<String>> excludedLines = new HashMap<>();
        for (Pairing p : problem.exclusions()) {
            excludedLines.computeIfAbsent(p.mentor(), _ -> new HashSet<>()).add(LineId.key(p.need(), p.line()));
        }
        Supply supply = new Supply(fit);
        Map<String, Integer> free = new HashMap<>();
        for (Candidate mentor : problem.mentors()) {
            Offered offered = fit.offered(mentor.profile(), mentor.activeDays());
            Set<String> excluded = excludedLines.getOrDefault(mentor.mentor(), Set.of());
            Supply.Group group = supply.existing(offered, excluded, null);
            if (group == null) {
                group = supply.create(offered, excluded, null);
            }
            group.members().add(new Supply.Member(mentor.mentor(), true, mentor.capacity()));
            free.put(mentor.mentor(), mentor.capacity());
        }
        return problem.lines().stream()
                .map(l -> new Waiting(
                        l.need(),
                        l.line(),
                        l.seats(),
                        Reasons.account(
                                fit,
                                supply,
                                fit.asked(l, Set.of()),
                                free,
                                problem.mentors().size(),
                                null)))
                .toList();
    }

    /** The score and the rules of one pairing that somebody chose by hand. */
    public static Suggestion assess(WaitingLine line, Candidate mentor, Set<Pairing> exclusions, Policy policy) {
        Fit fit = new Fit(policy);
        Asked asked = fit.asked(line, Set.of());
        Offered offered = fit.offered(mentor.profile(), mentor.activeDays());
        boolean excluded = exclusions.contains(new Pairing(line.need(), line.line(), mentor.mentor()));
        List<HardRule> checked = new ArrayList<>();
        List<HardRule> broken = new ArrayList<>();
        for (HardRule rule : fit.rules()) {
            (fit.holds(rule, asked, offered, excluded) ? checked : broken).add(rule);
        }
        int score = Math.toIntExact(asked.weight() - 1 + fit.points(asked, offered));
        return new Suggestion(
                line.need(),
                line.line(),
                mentor.mentor(),
                score,
                new Explanation(fit.terms(asked, offered), checked, broken, null));
    }
}
