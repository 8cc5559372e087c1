package fr.mentoratdurgence.matching.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A plan that was repaired after each change is worth what a plan from the beginning is worth, and as well proven. */
class LivePlanTest {

    @Test
    void repairing_finds_what_solving_anew_finds_over_long_histories() {
        for (long seed = 0; seed < 60; seed++) {
            repairs(new History(seed, Transport.MOST_HELD), seed);
        }
    }

    @Test
    void repairing_finds_it_too_where_only_the_best_pairs_of_a_line_are_held() {
        for (long seed = 0; seed < 150; seed++) {
            repairs(new History(seed, (int) seed % 5), seed);
        }
    }

    private static void repairs(History history, long seed) {
        for (int step = 0; step < 120; step++) {
            String change = history.change();
            Problem now = history.problem();
            Plan repaired = history.plan.plan();
            assertThat(repaired.value())
                    .as("seed %d, step %d: %s", seed, step, change)
                    .isEqualTo(Engine.plan(now).value());
            Certificate certificate = Certificate.check(now, repaired);
            assertThat(certificate.flaw())
                    .as("seed %d, step %d: %s", seed, step, change)
                    .isNull();
            assertThat(certificate.proven())
                    .as("seed %d, step %d: %s", seed, step, change)
                    .isTrue();
        }
    }

    /** Keeps the problem beside the plan and changes both. */
    private static final class History {
        private final Random draw;
        private final List<WaitingLine> lines;
        private final List<Candidate> mentors;
        private final Set<Pairing> exclusions;
        private final Problem start;
        private final LivePlan plan;
        private int number;

        History(long seed, int mostHeld) {
            draw = new Random(seed);
            start = Instances.random(seed, 10, 4, 12, 3);
            lines = new ArrayList<>(start.lines());
            mentors = new ArrayList<>(start.mentors());
            exclusions = new HashSet<>(start.exclusions());
            plan = LivePlan.of(problem(), mostHeld);
        }

        Problem problem() {
            return new Problem(lines, mentors, exclusions, start.open(), start.policy(), start.seed());
        }

        private int open(Candidate mentor) {
            return (int) start.open().stream()
                    .filter(p -> p.mentor().equals(mentor.mentor()))
                    .count();
        }

        String change() {
            int kind = draw.nextInt(8);
            if (kind == 0 || (kind < 4 && lines.isEmpty())) {
                WaitingLine line = Instances.line(draw, "later-" + number++, 1 + draw.nextInt(4));
                lines.add(line);
                plan.addLine(line);
                return "line " + line;
            }
            if (kind == 4 || mentors.isEmpty()) {
                Candidate mentor = Instances.candidate(draw, "later-" + number++, draw.nextInt(4));
                mentors.add(mentor);
                plan.addMentor(mentor);
                return "mentor " + mentor;
            }
            int at = draw.nextInt(kind < 4 ? lines.size() : mentors.size());
            return switch (kind) {
                case 1 -> {
                    WaitingLine line = lines.remove(at);
                    plan.removeLine(line.need(), line.line());
                    yield "without " + line;
                }
                case 2, 3 -> {
                    WaitingLine line = lines.get(at).withSeats(draw.nextInt(6));
                    lines.set(at, line);
                    plan.setSeats(line.need(), line.line(), line.seats());
                    yield "seats " + line;
                }
                case 5 -> {
                    Candidate mentor = mentors.remove(at);
                    plan.removeMentor(mentor.mentor());
                    yield "without " + mentor;
                }
                case 6 -> {
                    Candidate old = mentors.get(at);
                    Candidate mentor =
                            new Candidate(old.mentor(), old.profile(), open(old) + draw.nextInt(4), old.activeDays());
                    mentors.set(at, mentor);
                    plan.setCapacity(mentor.mentor(), mentor.capacity());
                    yield "capacity " + mentor;
                }
                default -> lines.isEmpty() ? "nothing" : exclusion(mentors.get(at));
            };
        }

        private String exclusion(Candidate mentor) {
            WaitingLine line = lines.get(draw.nextInt(lines.size()));
            Pairing pairing = new Pairing(line.need(), line.line(), mentor.mentor());
            exclusions.add(pairing);
            plan.exclude(pairing);
            return "exclusion " + pairing;
        }
    }
}
