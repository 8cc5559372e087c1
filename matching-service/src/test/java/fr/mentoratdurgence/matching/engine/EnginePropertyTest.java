package fr.mentoratdurgence.matching.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for every problem; problems are drawn from seeds, so that a failure can be looked at again. */
class EnginePropertyTest {

    @Test
    void no_plan_serves_more_places_or_earns_more_points_on_small_problems() {
        for (long seed = 0; seed < 1500; seed++) {
            Problem problem = Instances.random(seed, 3, 2, 4, 2);
            Outcome outcome = Engine.solve(problem);
            int points =
                    outcome.suggestions().stream().mapToInt(Suggestion::score).sum();
            assertThat(new Value(outcome.suggestions().size(), points))
                    .as("seed %d", seed)
                    .isEqualTo(best(problem));
        }
    }

    @Test
    void no_chain_of_changes_makes_a_plan_better() {
        for (long seed = 0; seed < 60; seed++) {
            Problem problem = Instances.random(seed, 30, 6, 40, 3);
            PlanChecker.check(problem, Engine.solve(problem));
        }
    }

    @Test
    void the_order_of_the_input_changes_nothing() {
        for (long seed = 0; seed < 100; seed++) {
            Problem problem = Instances.random(seed, 12, 4, 15, 3);
            List<WaitingLine> lines = new ArrayList<>(problem.lines());
            List<Candidate> mentors = new ArrayList<>(problem.mentors());
            Collections.shuffle(lines, new Random(seed));
            Collections.shuffle(mentors, new Random(seed));
            Problem shuffled = new Problem(lines, mentors, problem.exclusions(), problem.policy(), problem.seed());
            assertThat(Engine.solve(shuffled)).isEqualTo(Engine.solve(problem));
        }
    }

    @Test
    void every_seat_is_either_suggested_or_explained() {
        for (long seed = 0; seed < 200; seed++) {
            Problem problem = Instances.random(seed, 12, 4, 15, 3);
            Outcome outcome = Engine.solve(problem);
            int seats = problem.lines().stream().mapToInt(WaitingLine::seats).sum();
            int waiting =
                    outcome.waiting().stream().mapToInt(Outcome.Waiting::seats).sum();
            assertThat(outcome.suggestions().size() + waiting).isEqualTo(seats);
            for (Outcome.Waiting line : outcome.waiting()) {
                int removed = line.why().removed().stream()
                        .mapToInt(WhyWaiting.RuleCount::mentors)
                        .sum();
                assertThat(removed + line.why().outbid())
                        .isEqualTo(problem.mentors().size());
                assertThat(line.why().available()).isZero();
            }
        }
    }

    private record Value(int served, int points) {
        boolean betterThan(Value other) {
            return served > other.served || (served == other.served && points > other.points);
        }
    }

    /** All plans, one seat after another. */
    private static Value best(Problem problem) {
        List<WaitingLine> seats = new ArrayList<>();
        problem.lines().forEach(l -> seats.addAll(Collections.nCopies(l.seats(), l)));
        int[] free = problem.mentors().stream().mapToInt(Candidate::capacity).toArray();
        return best(problem, seats, 0, free);
    }

    private static Value best(Problem problem, List<WaitingLine> seats, int at, int[] free) {
        if (at == seats.size()) {
            return new Value(0, 0);
        }
        Value best = best(problem, seats, at + 1, free);
        for (int j = 0; j < free.length; j++) {
            Suggestion pairing =
                    Engine.assess(seats.get(at), problem.mentors().get(j), problem.exclusions(), problem.policy());
            if (free[j] > 0 && pairing.explanation().broken().isEmpty()) {
                free[j]--;
                Value rest = best(problem, seats, at + 1, free);
                free[j]++;
                Value value = new Value(rest.served + 1, rest.points + pairing.score());
                best = value.betterThan(best) ? value : best;
            }
        }
        return best;
    }
}
