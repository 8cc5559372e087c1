package fr.mentoratdurgence.matching.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks a plan without knowing how it was found: everybody fits, nothing is used twice, and no chain of changes makes
 * it better (no negative cycle in the residual network, by Bellman and Ford). Slow and simple on purpose.
 */
final class PlanChecker {
    private record Arc(int from, int to, long cost) {}

    private PlanChecker() {}

    static void check(Problem problem, Outcome outcome) {
        Map<Pairing, Integer> plan = new HashMap<>();
        outcome.suggestions().forEach(s -> plan.merge(new Pairing(s.need(), s.line(), s.mentor()), 1, Integer::sum));
        int lines = problem.lines().size();
        int mentors = problem.mentors().size();
        long serving = 1_000_000;
        int source = lines + mentors;
        int sink = source + 1;
        List<Arc> residual = new ArrayList<>();
        int[] served = new int[lines];
        int[] load = new int[mentors];
        int accounted = 0;
        for (int i = 0; i < lines; i++) {
            WaitingLine line = problem.lines().get(i);
            for (int j = 0; j < mentors; j++) {
                Candidate mentor = problem.mentors().get(j);
                Suggestion pairing = Engine.assess(line, mentor, problem.exclusions(), problem.policy());
                int flow = plan.getOrDefault(new Pairing(line.need(), line.line(), mentor.mentor()), 0);
                boolean fits = pairing.explanation().broken().isEmpty();
                assertThat(flow == 0 || fits).as("a hard rule is broken").isTrue();
                if (fits) {
                    residual.add(new Arc(i, lines + j, -serving - pairing.score()));
                }
                if (flow > 0) {
                    residual.add(new Arc(lines + j, i, serving + pairing.score()));
                }
                served[i] += flow;
                load[j] += flow;
                accounted += flow;
            }
            assertThat(served[i]).isLessThanOrEqualTo(line.seats());
            addBothWays(residual, source, i, served[i], line.seats());
        }
        for (int j = 0; j < mentors; j++) {
            int capacity = problem.mentors().get(j).capacity();
            assertThat(load[j]).isLessThanOrEqualTo(capacity);
            addBothWays(residual, lines + j, sink, load[j], capacity);
        }
        residual.add(new Arc(sink, source, 0));
        assertThat(outcome.suggestions()).hasSize(accounted);
        assertThat(hasNegativeCycle(residual, sink + 1))
                .as("a better plan exists")
                .isFalse();
    }

    private static void addBothWays(List<Arc> residual, int from, int to, int flow, int most) {
        if (flow < most) {
            residual.add(new Arc(from, to, 0));
        }
        if (flow > 0) {
            residual.add(new Arc(to, from, 0));
        }
    }

    private static boolean hasNegativeCycle(List<Arc> arcs, int nodes) {
        long[] distance = new long[nodes];
        for (int round = 0; round <= nodes; round++) {
            boolean changed = false;
            for (Arc arc : arcs) {
                if (distance[arc.from] + arc.cost < distance[arc.to]) {
                    distance[arc.to] = distance[arc.from] + arc.cost;
                    changed = true;
                }
            }
            if (!changed) {
                return false;
            }
        }
        return true;
    }
}
