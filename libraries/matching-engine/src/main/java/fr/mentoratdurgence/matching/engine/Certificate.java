package fr.mentoratdurgence.matching.engine;

import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.matching.engine.Plan.Pair;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Proves a plan without knowing how it was found. The pairs keep all rules and use nothing twice; and the prices are a
 * bound that no plan can pass (weak duality of linear programming), over every line and every mentor that could be paired.
 * Where the value of the plan is the bound, no plan is better.
 *
 * @param value what the plan is worth, as one number
 * @param bound what no plan can pass
 * @param flaw  what does not hold, in words; null where all does
 */
public record Certificate(
        BigInteger value, BigInteger bound, @Nullable String flaw) {

    /** Whether no plan is better. */
    public boolean proven() {
        return flaw == null && value.equals(bound);
    }

    /** Checks a plan for a problem. */
    public static Certificate check(Problem problem, Plan plan) {
        return new Check(problem, plan).certificate();
    }

    /** Capacity of a mentor that has one price. */
    private record Part(
            Offered mentor, String name, @Nullable String heldBy, int capacity, long price) {}

    /** Those who come to one territory; a line only looks at those who know its subject at its levels. */
    private static final class Territory {
        private final List<Part> parts = new ArrayList<>();
        private final Map<List<Integer>, List<Part>> bySubject = new HashMap<>();

        /** @param subject as a mask; 0 = any */
        List<Part> cheapestFirst(int levels, int subject) {
            return bySubject.computeIfAbsent(
                    List.of(levels, subject),
                    _ -> parts.stream()
                            .filter(part -> part.mentor.subjectsAt(levels, subject) == subject)
                            .sorted(Comparator.comparingLong(Part::price))
                            .toList());
        }
    }

    private static final class Check {
        private final Problem problem;
        private final Plan plan;
        private final Scale scale;
        private final Fit fit;
        private final Map<String, Asked> lines = new HashMap<>();
        private final Map<String, Candidate> mentors = new HashMap<>();
        private final Map<String, Map<String, Integer>> open = new HashMap<>();
        private final Map<PriorityAudience, Integer> floors = new EnumMap<>(PriorityAudience.class);
        private final List<String> flaws = new ArrayList<>();

        Check(Problem problem, Plan plan) {
            this.problem = problem;
            this.plan = plan;
            scale = plan.scale();
            fit = new Fit(problem.policy());
            Map<String, Set<String>> excluded = new HashMap<>();
            problem.exclusions()
                    .forEach(p -> excluded.computeIfAbsent(LineId.key(p.need(), p.line()), _ -> new HashSet<>())
                            .add(p.mentor()));
            Map<PriorityAudience, Integer> seats = new EnumMap<>(PriorityAudience.class);
            for (WaitingLine line : problem.lines()) {
                String key = LineId.key(line.need(), line.line());
                lines.put(key, fit.asked(line, excluded.getOrDefault(key, Set.of())));
                seats.merge(line.audience(), line.seats(), Integer::sum);
            }
            seats.forEach(
                    (audience, count) -> floors.put(audience, problem.policy().floor(audience, count)));
            problem.mentors().forEach(m -> mentors.put(m.mentor(), m));
            problem.open()
                    .forEach(p -> open.computeIfAbsent(p.mentor(), _ -> new HashMap<>())
                            .merge(LineId.key(p.need(), p.line()), 1, Integer::sum));
        }

        Certificate certificate() {
            checkScale();
            BigInteger value = scale.number(worth());
            BigInteger bound = bound();
            if (!value.equals(plan.number())) {
                flaws.add("the value is not what the pairs are worth");
            }
            return new Certificate(value, bound, flaws.isEmpty() ? null : flaws.getFirst());
        }

        /** A lower level can never outweigh a higher one. */
        private void checkScale() {
            BigInteger seats = BigInteger.ZERO;
            long heaviest = 1;
            for (Asked line : lines.values()) {
                seats = seats.add(BigInteger.valueOf(line.line().seats()));
                heaviest = Math.max(heaviest, line.weight());
            }
            BigInteger range = BigInteger.valueOf(fit.mostPoints() - (long) fit.leastPoints())
                    .multiply(BigInteger.valueOf(scale.fit()))
                    .add(BigInteger.ONE);
            BigInteger pair = BigInteger.valueOf(scale.coverage())
                    .multiply(BigInteger.valueOf(heaviest))
                    .add(range);
            boolean floorsCount = floors.values().stream().anyMatch(floor -> floor > 0);
            require(scale.fit() > problem.open().size(), "open proposals outweigh fit");
            require(
                    seats.multiply(range).compareTo(BigInteger.valueOf(scale.coverage())) < 0,
                    "fit outweighs coverage");
            require(
                    !floorsCount || seats.multiply(pair).compareTo(BigInteger.valueOf(scale.floor())) < 0,
                    "coverage outweighs the floors");
        }

        /** What the pairs are worth, and whether they keep the rules. */
        private Value worth() {
            Map<String, Integer> served = new HashMap<>();
            Map<String, Integer> load = new HashMap<>();
            Map<PriorityAudience, Integer> ofAudience = new EnumMap<>(PriorityAudience.class);
            Set<String> seen = new HashSet<>();
            long coverage = 0;
            long points = 0;
            long kept = 0;
            for (Pair pair : plan.pairs()) {
                String key = LineId.key(pair.need(), pair.line());
                Asked line = lines.get(key);
                Candidate mentor = mentors.get(pair.mentor());
                if (line == null || mentor == null || pair.seats() < 1 || !seen.add(key + " " + pair.mentor())) {
                    flaws.add("a pair of somebody unknown, or twice the same: " + pair);
                    continue;
                }
                Offered offered = fit.offered(mentor.profile(), mentor.activeDays());
                require(
                        fit.fits(line, offered) && !fit.excludes(line, mentor.mentor()),
                        "a hard rule is broken by " + pair);
                coverage += line.weight() * pair.seats();
                points += (long) fit.points(line, offered) * pair.seats();
                kept += Math.min(
                        pair.seats(), open.getOrDefault(pair.mentor(), Map.of()).getOrDefault(key, 0));
                served.merge(key, pair.seats(), Integer::sum);
                load.merge(pair.mentor(), pair.seats(), Integer::sum);
                ofAudience.merge(line.line().audience(), pair.seats(), Integer::sum);
            }
            served.forEach(
                    (key, seats) -> require(seats <= seatsOf(key), "more seats are given than the line has: " + key));
            load.forEach((mentor, seats) ->
                    require(seats <= capacityOf(mentor), "more is given to a mentor than the capacity: " + mentor));
            long reached = 0;
            for (Map.Entry<PriorityAudience, Integer> floor : floors.entrySet()) {
                reached += Math.min(floor.getValue(), ofAudience.getOrDefault(floor.getKey(), 0));
            }
            return new Value(reached, coverage, points, kept);
        }

        private int seatsOf(String key) {
            Asked line = lines.get(key);
            return line == null ? 0 : line.line().seats();
        }

        private int capacityOf(String mentor) {
            Candidate known = mentors.get(mentor);
            return known == null ? 0 : known.capacity();
        }

        /** The sum of all prices, once it is clear that they are allowed for every possible pair. */
        private BigInteger bound() {
            BigInteger bound = BigInteger.ZERO;
            for (Map.Entry<PriorityAudience, Integer> floor : floors.entrySet()) {
                long v = plan.audiences().getOrDefault(floor.getKey(), 0L);
                require(v >= 0 && v <= scale.floor(), "the price of an audience is out of bounds");
                bound = bound.add(product(floor.getValue(), scale.floor() - v));
            }
            Map<String, Territory> byDepartement = new HashMap<>();
            Territory anywhere = new Territory();
            for (Candidate mentor : problem.mentors()) {
                for (Part part : parts(mentor)) {
                    require(part.price >= 0, "a price below 0");
                    bound = bound.add(product(part.capacity, part.price));
                    if (part.capacity > 0) {
                        (part.mentor.anywhere
                                        ? anywhere
                                        : byDepartement.computeIfAbsent(part.mentor.departement, _ -> new Territory()))
                                .parts.add(part);
                    }
                }
            }
            List<Asked> alikeTogether = new ArrayList<>(lines.values());
            alikeTogether.sort(Comparator.comparing((Asked line) -> line.line().departement())
                    .thenComparingInt(Asked::levels)
                    .thenComparingInt(Asked::subjects));
            for (Asked line : alikeTogether) { // so that they look at the same mentors, who are still at hand
                if (line.line().seats() > 0) {
                    long u = plan.seatWorth().getOrDefault(line.key(), -1L);
                    require(u >= 0, "a seat is worth less than nothing");
                    bound = bound.add(product(line.line().seats(), u));
                    checkPrices(line, u, anywhere);
                    Territory own = byDepartement.get(line.line().departement());
                    if (own != null) {
                        checkPrices(line, u, own);
                    }
                }
            }
            return bound;
        }

        private void checkPrices(Asked line, long u, Territory territory) {
            long base = line.weight() * scale.coverage()
                    + plan.audiences().getOrDefault(line.line().audience(), 0L)
                    - u;
            if (!fit.bySubject() || line.subjects() == 0) {
                checkPrices(line, base, territory.cheapestFirst(0, 0));
            }
            for (int rest = line.subjects(); fit.bySubject() && rest != 0; rest &= rest - 1) {
                checkPrices(line, base, territory.cheapestFirst(line.levels(), Integer.lowestOneBit(rest)));
            }
        }

        private void checkPrices(Asked line, long base, List<Part> cheapestFirst) {
            long most = base + fit.mostPoints(line) * scale.fit() + 1;
            for (Part part : cheapestFirst) {
                if (part.price >= most) {
                    return;
                }
                int points = fit.pointsIfFit(line, part.mentor);
                if (points != Fit.UNFIT
                        && part.price
                                < base + points * scale.fit() + (line.key().equals(part.heldBy) ? 1 : 0)) {
                    require(fit.excludes(line, part.name), "a pair is worth more than its prices");
                }
            }
        }

        /** As many parts as there are lines whose open proposals the mentor holds, and the rest. */
        private List<Part> parts(Candidate mentor) {
            Offered offered = fit.offered(mentor.profile(), mentor.activeDays());
            List<Part> parts = new ArrayList<>(1);
            int rest = mentor.capacity();
            for (Map.Entry<String, Integer> held :
                    open.getOrDefault(mentor.mentor(), Map.of()).entrySet()) {
                Long price = plan.prices().get(mentor.mentor() + "@" + held.getKey());
                if (price != null) {
                    int capacity = Math.min(rest, held.getValue());
                    parts.add(new Part(offered, mentor.mentor(), held.getKey(), capacity, price));
                    rest -= capacity;
                }
            }
            parts.add(
                    new Part(offered, mentor.mentor(), null, rest, plan.prices().getOrDefault(mentor.mentor(), -1L)));
            return parts;
        }

        private static BigInteger product(long a, long b) {
            return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
        }

        private void require(boolean holds, String flaw) {
            if (!holds) {
                flaws.add(flaw);
            }
        }
    }
}
