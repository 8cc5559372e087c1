package fr.mentoratdurgence.matching.engine;

import fr.mentoratdurgence.matching.engine.Explanation.Rival;
import fr.mentoratdurgence.matching.engine.Explanation.RivalReason;
import fr.mentoratdurgence.matching.engine.Fit.Asked;
import fr.mentoratdurgence.matching.engine.Fit.Offered;
import fr.mentoratdurgence.matching.engine.Outcome.Waiting;
import fr.mentoratdurgence.matching.engine.WhyWaiting.RuleCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Matches all free seats with all free capacities at once. The same problem gives the same outcome on any machine, in
 * whatever order its lines and mentors come.
 */
public final class Engine {
    private final Problem problem;
    private final Fit fit;
    private final List<Asked> asked;
    private final List<Offered> offered;

    private Engine(Problem problem) {
        this.problem = problem;
        fit = new Fit(problem.policy());
        Map<String, Set<String>> excluded = excludedMentors(problem.exclusions());
        asked = problem.lines().stream()
                .sorted(shuffled((WaitingLine l) -> key(l.need(), l.line())))
                .map(l -> Asked.of(l, excluded.getOrDefault(key(l.need(), l.line()), Set.of())))
                .toList();
        offered = problem.mentors().stream()
                .sorted(shuffled(Candidate::mentor))
                .map(Offered::of)
                .toList();
    }

    /** The best plan: most seats served, then most points. */
    public static Outcome solve(Problem problem) {
        return new Engine(problem).solve();
    }

    /**
     * Why each line still waits, without matching anything.
     *
     * @param problem lines and mentors with what is free now
     */
    public static List<Waiting> whyWaiting(Problem problem) {
        Engine engine = new Engine(problem);
        int[] free = engine.capacities();
        return engine.asked.stream()
                .map(a -> new Waiting(a.line().need(), a.line().line(), a.line().seats(), engine.why(a, free)))
                .toList();
    }

    /** The score and the rules of one pairing that somebody chose by hand. */
    public static Suggestion assess(WaitingLine line, Candidate mentor, Set<Pairing> exclusions, Policy policy) {
        Engine engine = new Engine(new Problem(List.of(line), List.of(mentor), exclusions, policy, 0));
        Asked place = engine.asked.getFirst();
        Offered offer = engine.offered.getFirst();
        List<HardRule> checked = new ArrayList<>();
        List<HardRule> broken = new ArrayList<>();
        for (HardRule rule : HardRule.values()) {
            (engine.fit.holds(rule, place, offer) ? checked : broken).add(rule);
        }
        return new Suggestion(
                line.need(),
                line.line(),
                mentor.mentor(),
                engine.fit.points(place, offer),
                new Explanation(engine.fit.terms(place, offer), checked, broken, null));
    }

    private Outcome solve() {
        Network net = network();
        int[] flow = FlowSolver.solve(net);
        int[] free = capacities();
        for (int e = 0; e < flow.length; e++) {
            free[net.mentor()[e]] -= flow[e];
        }
        List<Suggestion> suggestions = new ArrayList<>();
        List<Waiting> waiting = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            Asked place = asked.get(i);
            int left = place.line().seats();
            for (int e = net.first()[i]; e < net.first()[i + 1]; e++) {
                if (flow[e] > 0) {
                    Suggestion suggestion = suggest(place, e, rival(i, e, net, flow, free), net);
                    for (int seat = 0; seat < flow[e]; seat++) {
                        suggestions.add(suggestion);
                    }
                    left -= flow[e];
                }
            }
            if (left > 0) {
                waiting.add(new Waiting(place.line().need(), place.line().line(), left, why(place, free)));
            }
        }
        return new Outcome(List.copyOf(suggestions), List.copyOf(waiting));
    }

    private Network network() {
        int[] seats = asked.stream().mapToInt(a -> a.line().seats()).toArray();
        Network.Builder net = new Network.Builder(seats, capacities());
        for (Asked place : asked) {
            for (int j = 0; j < offered.size() && place.line().seats() > 0; j++) {
                Offered mentor = offered.get(j);
                if (mentor.candidate().capacity() > 0 && fit.firstBroken(place, mentor) == null) {
                    net.edge(j, fit.points(place, mentor));
                }
            }
            net.endOfLine();
        }
        return net.build();
    }

    private Suggestion suggest(Asked place, int edge, @Nullable Rival rival, Network net) {
        Offered mentor = offered.get(net.mentor()[edge]);
        return new Suggestion(
                place.line().need(),
                place.line().line(),
                mentor.candidate().mentor(),
                net.points()[edge],
                new Explanation(fit.terms(place, mentor), List.of(HardRule.values()), List.of(), rival));
    }

    /** The mentor with the most points among those that this line did not get. */
    private @Nullable Rival rival(int line, int chosen, Network net, int[] flow, int[] free) {
        int best = -1;
        for (int e = net.first()[line]; e < net.first()[line + 1]; e++) {
            if (flow[e] == 0 && (best < 0 || net.points()[e] > net.points()[best])) {
                best = e;
            }
        }
        if (best < 0) {
            return null;
        }
        RivalReason reason = RivalReason.NEEDED_ELSEWHERE;
        if (free[net.mentor()[best]] > 0) {
            reason = net.points()[best] == net.points()[chosen] ? RivalReason.DRAW : RivalReason.FEWER_POINTS;
        }
        return new Rival(offered.get(net.mentor()[best]).candidate().mentor(), net.points()[best], reason);
    }

    private WhyWaiting why(Asked place, int[] free) {
        Map<HardRule, Integer> removed = new EnumMap<>(HardRule.class);
        int outbid = 0;
        int available = 0;
        for (int j = 0; j < offered.size(); j++) {
            HardRule broken = fit.firstBroken(place, offered.get(j));
            if (broken != null) {
                removed.merge(broken, 1, Integer::sum);
            } else if (free[j] > 0) {
                available++;
            } else {
                outbid++;
            }
        }
        List<RuleCount> counts = removed.entrySet().stream()
                .map(r -> new RuleCount(r.getKey(), r.getValue()))
                .toList();
        return new WhyWaiting(offered.size(), counts, outbid, available);
    }

    private int[] capacities() {
        return offered.stream().mapToInt(o -> o.candidate().capacity()).toArray();
    }

    /** One order for each seed, whatever order the input has. */
    private <T> Comparator<T> shuffled(Function<T, String> key) {
        ToIntFunction<T> draw = item -> mix(problem.seed() ^ key.apply(item).hashCode());
        return Comparator.comparingInt(draw).thenComparing(key);
    }

    /** Finalizer of SplitMix64 (Steele, Lea and Flood 2014). */
    private static int mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return (int) (z ^ (z >>> 31));
    }

    private static Map<String, Set<String>> excludedMentors(Set<Pairing> exclusions) {
        return exclusions.stream()
                .collect(Collectors.groupingBy(
                        p -> key(p.need(), p.line()),
                        HashMap::new,
                        Collectors.mapping(Pairing::mentor, Collectors.toSet())));
    }

    private static String key(String need, int line) {
        return need + "#" + line;
    }
}
