package fr.mentoratdurgence.matching.engine;

import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tries all plans, one seat after another. Slow and simple on purpose. */
final class Brute {
    private final Problem problem;
    private final List<WaitingLine> seats = new ArrayList<>();
    private final int[] free;
    private final int[] given;
    private Value best = new Value(0, 0, 0, 0);

    private Brute(Problem problem) {
        this.problem = problem;
        problem.lines().forEach(l -> seats.addAll(Collections.nCopies(l.seats(), l)));
        free = problem.mentors().stream().mapToInt(Candidate::capacity).toArray();
        given = new int[seats.size()];
    }

    static Value best(Problem problem) {
        Brute brute = new Brute(problem);
        brute.place(0);
        return brute.best;
    }

    private void place(int at) {
        if (at == seats.size()) {
            Value value = value();
            best = value.compareTo(best) > 0 ? value : best;
            return;
        }
        given[at] = -1;
        place(at + 1);
        for (int j = 0; j < free.length; j++) {
            if (free[j] > 0 && fits(seats.get(at), problem.mentors().get(j))) {
                free[j]--;
                given[at] = j;
                place(at + 1);
                free[j]++;
            }
        }
    }

    private boolean fits(WaitingLine line, Candidate mentor) {
        return Engine.assess(line, mentor, problem.exclusions(), problem.policy())
                .explanation()
                .broken()
                .isEmpty();
    }

    private Value value() {
        Map<PriorityAudience, Integer> all = new EnumMap<>(PriorityAudience.class);
        Map<PriorityAudience, Integer> served = new EnumMap<>(PriorityAudience.class);
        Map<Pairing, Integer> pairs = new HashMap<>();
        long coverage = 0;
        long fit = 0;
        for (int at = 0; at < given.length; at++) {
            WaitingLine line = seats.get(at);
            all.merge(line.audience(), 1, Integer::sum);
            if (given[at] >= 0) {
                Candidate mentor = problem.mentors().get(given[at]);
                int ofLine = problem.policy().coveragePoints(line.audience(), line.waitingDays());
                served.merge(line.audience(), 1, Integer::sum);
                pairs.merge(new Pairing(line.need(), line.line(), mentor.mentor()), 1, Integer::sum);
                coverage += 1 + ofLine;
                fit += Engine.assess(line, mentor, problem.exclusions(), problem.policy())
                                .score()
                        - ofLine;
            }
        }
        long floors = 0;
        for (PriorityAudience audience : all.keySet()) {
            int floor = problem.policy().floor(audience, all.get(audience));
            floors += Math.min(floor, served.getOrDefault(audience, 0));
        }
        long kept = 0;
        for (Pairing pair : pairs.keySet()) {
            kept += Math.min(pairs.get(pair), Collections.frequency(problem.open(), pair));
        }
        return new Value(floors, coverage, fit, kept);
    }
}
