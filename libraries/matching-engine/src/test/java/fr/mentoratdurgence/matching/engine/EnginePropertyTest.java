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
    void no_plan_is_better_on_small_problems() {
        for (long seed = 0; seed < 1500; seed++) {
            Problem problem = Instances.random(seed, 3, 2, 4, 2);
            assertThat(Engine.plan(problem).value()).as("seed %d", seed).isEqualTo(Brute.best(problem));
        }
    }

    @Test
    void the_certificate_proves_each_plan_and_an_independent_solver_finds_the_same_value() {
        for (long seed = 0; seed < 400; seed++) {
            Problem problem = Instances.random(seed, 30, 6, 40, 3);
            Plan plan = Engine.plan(problem);
            Certificate certificate = Certificate.check(problem, plan);
            assertThat(certificate.flaw()).as("seed %d", seed).isNull();
            assertThat(certificate.proven()).as("seed %d", seed).isTrue();
            assertThat(plan.number()).as("seed %d", seed).isEqualTo(Oracle.value(problem, plan.scale()));
        }
    }

    @Test
    void holding_only_the_best_pairs_of_a_line_loses_nothing() {
        for (int seed = 0; seed < 3000; seed++) {
            Problem problem = Instances.random(seed, 30, 6, 40, 3);
            Plan plan = LivePlan.once(problem, seed % 5).plan();
            assertThat(plan.value())
                    .as("seed %d", seed)
                    .isEqualTo(LivePlan.once(problem, 1000).value());
            assertThat(plan)
                    .as("seed %d", seed)
                    .isEqualTo(LivePlan.once(problem, seed % 5).plan());
            Certificate certificate = Certificate.check(problem, plan);
            assertThat(certificate.flaw()).as("seed %d", seed).isNull();
            assertThat(certificate.proven()).as("seed %d", seed).isTrue();
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
            Problem shuffled =
                    new Problem(lines, mentors, problem.exclusions(), problem.open(), problem.policy(), problem.seed());
            assertThat(Engine.solve(shuffled)).isEqualTo(Engine.solve(problem));
            assertThat(Engine.plan(shuffled)).isEqualTo(Engine.plan(problem));
        }
    }

    @Test
    void every_seat_is_either_suggested_or_explained() {
        for (long seed = 0; seed < 200; seed++) {
            Problem problem = Instances.random(seed, 12, 4, 15, 3);
            ExplainedPlan outcome = Engine.solve(problem);
            int seats = problem.lines().stream().mapToInt(WaitingLine::seats).sum();
            int waiting = outcome.waiting().stream()
                    .mapToInt(ExplainedPlan.Waiting::seats)
                    .sum();
            assertThat(outcome.suggestions().size() + waiting).isEqualTo(seats);
            for (ExplainedPlan.Waiting line : outcome.waiting()) {
                int removed = line.why().removed().stream()
                        .mapToInt(WhyWaiting.RuleCount::mentors)
                        .sum();
                assertThat(removed + line.why().outbid())
                        .isEqualTo(problem.mentors().size());
                assertThat(line.why().available()).isZero();
            }
        }
    }
}
