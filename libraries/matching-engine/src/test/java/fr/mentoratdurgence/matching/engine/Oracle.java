package fr.mentoratdurgence.matching.engine;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase.Status;
import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import java.math.BigInteger;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/** The same question to a solver of somebody else. */
final class Oracle {
    static {
        Loader.loadNativeLibraries();
    }

    private Oracle() {}

    @SuppressWarnings("EnumOrdinal")
    static BigInteger value(Problem problem, Scale scale) {
        Fit fit = new Fit(problem.policy());
        int lines = problem.lines().size();
        int mentors = problem.mentors().size();
        int audiences = PriorityAudience.values().length;
        int root = lines + mentors + audiences;
        int sink = root + 1;
        MinCostFlow flow = new MinCostFlow();
        int[] seatsOf = new int[audiences];
        int seats = 0;
        for (int i = 0; i < lines; i++) {
            WaitingLine line = problem.lines().get(i);
            Set<String> excluded = new HashSet<>();
            for (Pairing p : problem.exclusions()) {
                if (p.need().equals(line.need()) && p.line() == line.line()) {
                    excluded.add(p.mentor());
                }
            }
            Asked asked = fit.asked(line, excluded);
            seatsOf[line.audience().ordinal()] += line.seats();
            seats += line.seats();
            flow.addArcWithCapacityAndUnitCost(lines + mentors + line.audience().ordinal(), i, line.seats(), 0);
            for (int j = 0; j < mentors; j++) {
                Candidate mentor = problem.mentors().get(j);
                Offered offered = fit.offered(mentor.profile(), mentor.activeDays());
                if (fit.fits(asked, offered) && !fit.excludes(asked, mentor.mentor())) {
                    long worth = asked.weight() * scale.coverage() + fit.points(asked, offered) * scale.fit();
                    int open = Collections.frequency(
                            problem.open(), new Pairing(line.need(), line.line(), mentor.mentor()));
                    flow.addArcWithCapacityAndUnitCost(i, lines + j, line.seats(), -worth);
                    if (open > 0) {
                        flow.addArcWithCapacityAndUnitCost(i, lines + j, open, -worth - 1);
                    }
                }
            }
        }
        for (int j = 0; j < mentors; j++) {
            flow.addArcWithCapacityAndUnitCost(
                    lines + j, sink, problem.mentors().get(j).capacity(), 0);
        }
        for (PriorityAudience audience : PriorityAudience.values()) {
            int a = audience.ordinal();
            int floor = problem.policy().floor(audience, seatsOf[a]);
            flow.addArcWithCapacityAndUnitCost(root, lines + mentors + a, floor, -scale.floor());
            flow.addArcWithCapacityAndUnitCost(root, lines + mentors + a, seats, 0);
        }
        flow.addArcWithCapacityAndUnitCost(root, sink, seats, 0);
        flow.setNodeSupply(root, seats);
        flow.setNodeSupply(sink, -seats);
        Status status = flow.solve();
        long cost = flow.getOptimalCost();
        flow.delete();
        if (status != Status.OPTIMAL) {
            throw new IllegalStateException(status.toString());
        }
        return BigInteger.valueOf(cost).negate();
    }
}
