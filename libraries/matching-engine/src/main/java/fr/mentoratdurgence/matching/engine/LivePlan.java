package fr.mentoratdurgence.matching.engine;

import fr.mentoratdurgence.matching.engine.Fit.Asked;
import fr.mentoratdurgence.matching.engine.Fit.Offered;
import fr.mentoratdurgence.matching.engine.Supply.Group;
import fr.mentoratdurgence.matching.engine.Supply.Member;
import fr.mentoratdurgence.matching.profile.PriorityAudience;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The best plan, kept the best while lines, seats, mentors and exclusions come and go: each change repairs it, and the
 * value is the same as if everything were matched from the beginning.
 */
@SuppressWarnings("EnumOrdinal") // the class of an audience within one computation, never stored
public final class LivePlan {
    private static final PriorityAudience[] AUDIENCES = PriorityAudience.values();
    private static final Set<String> NOBODY = Set.of();

    /** Held by all lines together, about: 8 bytes each, and as many again once a search goes backwards. */
    private static final int MOST_PAIRS = 32_000_000;

    /** A mentor and the groups that his or her capacity is in. */
    private static final class Mentor {
        Candidate candidate;
        // few have any: no set and no map of its own for the others
        Set<String> excludedLines = NOBODY;
        Map<String, Integer> open = Map.of();
        final List<Group> groups = new ArrayList<>(1);
        final List<Member> members = new ArrayList<>(1);

        Mentor(Candidate candidate) {
            this.candidate = candidate;
        }

        void exclude(String line) {
            if (excludedLines.isEmpty()) {
                excludedLines = new HashSet<>();
            }
            excludedLines.add(line);
        }

        void noteOpen(String line) {
            if (open.isEmpty()) {
                open = new LinkedHashMap<>();
            }
            open.merge(line, 1, Integer::sum);
        }
    }

    /** An item with its number in the lottery of the seed. */
    private record Drawn<T>(int number, String key, T item) implements Comparable<Drawn<T>> {
        static <T> Drawn<T> of(long seed, String key, T item) {
            return new Drawn<>(mix(seed ^ key.hashCode()), key, item);
        }

        @Override
        public int compareTo(Drawn<T> other) {
            int order = Integer.compare(number, other.number);
            return order != 0 ? order : key.compareTo(other.key);
        }
    }

    private final Policy policy;
    private final long seed;
    private final Fit fit;
    private final boolean changes;
    private final int mostHeld;
    private final Map<String, Mentor> mentors = new LinkedHashMap<>();
    private final Map<String, Set<String>> excludedMentors = new HashMap<>();
    private final Map<String, WaitingLine> waiting = new LinkedHashMap<>();
    private int openProposals;

    // made anew when the scale no longer holds
    private Supply supply;
    private Scale scale;
    private Transport net;
    private final Map<String, Integer> nodeOf = new HashMap<>();
    private Candidates candidates;
    private List<Asked> asked;
    private final int[] seatsOf = new int[AUDIENCES.length];

    private LivePlan(Problem problem, boolean changes, int mostHeld) {
        this.mostHeld = mostHeld;
        this.policy = problem.policy();
        this.seed = problem.seed();
        this.changes = changes;
        fit = new Fit(policy);
        problem.lines().stream()
                .map(l -> Drawn.of(seed, Fit.key(l.need(), l.line()), l))
                .sorted()
                .forEach(l -> waiting.put(l.key, l.item));
        problem.mentors().stream()
                .map(m -> Drawn.of(seed, m.mentor(), m))
                .sorted(Comparator.comparing((Drawn<Candidate> m) -> territory(m.item))
                        .thenComparing(m -> m))
                .forEach(m -> mentors.put(m.key, new Mentor(m.item)));
        if (waiting.size() < problem.lines().size()
                || mentors.size() < problem.mentors().size()) {
            throw new IllegalArgumentException("a line or a mentor comes twice");
        }
        problem.exclusions().forEach(this::note);
        noteOpen(problem.open());
        scale = scale();
        supply = new Supply(fit);
        candidates = new Candidates(fit, supply, scale.fit());
        asked = candidates.lines();
        net = network();
        build();
    }

    /** The best plan for a problem, ready for changes. */
    public static LivePlan of(Problem problem) {
        return of(problem, mostHeld(problem));
    }

    /** The best plan for a problem that will not change: its weights may be larger. */
    public static LivePlan once(Problem problem) {
        return once(problem, mostHeld(problem));
    }

    /** In a very large market a line holds fewer of its pairs, so that memory grows no faster than the market. */
    static int mostHeld(Problem problem) {
        return Math.clamp(MOST_PAIRS / Math.max(1, problem.lines().size()), Transport.FEWEST_HELD, Transport.MOST_HELD);
    }

    static LivePlan of(Problem problem, int mostHeld) {
        return new LivePlan(problem, true, mostHeld);
    }

    static LivePlan once(Problem problem, int mostHeld) {
        return new LivePlan(problem, false, mostHeld);
    }

    // ---------------------------------------------------------------- changes

    /** A new line. */
    public void addLine(WaitingLine line) {
        String key = Fit.key(line.need(), line.line());
        if (waiting.putIfAbsent(key, line) != null) {
            throw new IllegalArgumentException("the line " + key + " is there already");
        }
        if (outgrown(line)) {
            build();
            return;
        }
        enter(connect(line), line.seats());
    }

    /** The line is withdrawn, with all its seats. */
    public void removeLine(String need, int line) {
        setSeats(need, line, 0);
        String key = Fit.key(need, line);
        waiting.remove(key);
        nodeOf.remove(key);
    }

    /** The line has another number of seats. */
    public void setSeats(String need, int line, int seats) {
        String key = Fit.key(need, line);
        WaitingLine before = waiting.get(key);
        Integer node = nodeOf.get(key);
        if (before == null || node == null || seats < 0) {
            throw new IllegalArgumentException("no line " + key + ", or fewer seats than none");
        }
        WaitingLine after = before.withSeats(seats);
        waiting.put(key, after);
        int more = seats - before.seats();
        if (more > 0 && outgrown(after)) {
            build();
            return;
        }
        asked.set(node, fit.asked(after, asked.get(node).excluded()));
        int a = after.audience().ordinal();
        seatsOf[a] += more;
        if (more > 0) {
            net.addSeats(node, more);
        } else {
            net.removeSeats(node, -more);
        }
        net.setFloor(a, policy.floor(after.audience(), seatsOf[a]));
    }

    /** A new mentor. */
    public void addMentor(Candidate candidate) {
        Mentor mentor = new Mentor(candidate);
        if (mentors.putIfAbsent(candidate.mentor(), mentor) != null) {
            throw new IllegalArgumentException(candidate.mentor() + " is there already");
        }
        excludedMentors.forEach((line, excluded) -> {
            if (excluded.contains(candidate.mentor())) {
                mentor.exclude(line);
            }
        });
        attach(mentor);
    }

    /** The mentor leaves. */
    public void removeMentor(String mentor) {
        detach(known(mentor));
        mentors.remove(mentor);
    }

    /** The mentor has another capacity. */
    public void setCapacity(String mentor, int capacity) {
        Mentor known = known(mentor);
        if (capacity < 0) {
            throw new IllegalArgumentException("less capacity than none");
        }
        Candidate before = known.candidate;
        known.candidate = new Candidate(mentor, before.profile(), capacity, before.activeDays());
        Member rest = known.members.getFirst();
        int more = capacity - before.capacity();
        if (more < 0 && rest.capacity + more < 0) {
            detach(known);
            attach(known);
        } else {
            rest.capacity += more;
            int node = known.groups.getFirst().node();
            if (more > 0) {
                net.addCapacity(node, more);
            } else {
                net.removeCapacity(node, -more);
            }
        }
    }

    /** The two will not be paired. */
    public void exclude(Pairing pairing) {
        note(pairing);
        String line = Fit.key(pairing.need(), pairing.line());
        Integer node = nodeOf.get(line);
        if (node != null) {
            asked.set(node, fit.asked(asked.get(node).line(), excludedMentors.getOrDefault(line, NOBODY)));
        }
        Mentor mentor = mentors.get(pairing.mentor());
        if (mentor != null) {
            detach(mentor);
            attach(mentor);
        }
    }

    // ---------------------------------------------------------------- what there is

    /** What the plan is worth. */
    public Value value() {
        long floors = 0;
        for (int a = 0; a < AUDIENCES.length; a++) {
            floors += Math.min(net.floor(a), net.servedOfClass(a));
        }
        long coverage = 0;
        long points = 0;
        long kept = 0;
        for (int i = 0; i < asked.size(); i++) {
            coverage += asked.get(i).weight() * net.served(i);
            for (int f = net.flowOfLine(i); f >= 0; f = net.nextOfLine(f)) {
                long amount = net.amountOfFlow(f);
                boolean held = asked.get(i)
                        .key()
                        .equals(supply.group(net.mentorOfFlow(f)).heldBy());
                kept += held ? amount : 0;
                points += amount * ((net.qualityOfFlow(f) - (held ? 1 : 0)) / scale.fit());
            }
        }
        return new Value(floors, coverage, points, kept);
    }

    /** The plan with its prices. */
    public Plan plan() {
        Map<String, Long> worth = new HashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            if (waiting.containsKey(asked.get(i).key())) {
                worth.put(asked.get(i).key(), net.worthOfSeat(i));
            }
        }
        Map<String, Long> prices = new HashMap<>();
        for (Group group : supply.groups()) {
            for (Member member : group.members()) {
                String part = group.heldBy() == null ? member.mentor : member.mentor + "@" + group.heldBy();
                prices.put(part, net.price(group.node()));
            }
        }
        Map<PriorityAudience, Long> audiences = new EnumMap<>(PriorityAudience.class);
        for (PriorityAudience audience : AUDIENCES) {
            audiences.put(audience, net.priceOfClass(audience.ordinal()));
        }
        return new Plan(new Shares(this).pairs(), value(), scale, worth, prices, audiences);
    }

    /** The plan with all its reasons. */
    public Outcome outcome() {
        return new Reasons(this).outcome();
    }

    /** The reasons of the waiting lines, how each audience fares and whom to recruit; without the pairs' explanations. */
    public Outcome reasons() {
        return new Reasons(this).withoutPairs();
    }

    Policy policy() {
        return policy;
    }

    long seed() {
        return seed;
    }

    Fit fit() {
        return fit;
    }

    Supply supply() {
        return supply;
    }

    Transport net() {
        return net;
    }

    Candidates candidates() {
        return candidates;
    }

    Scale levels() {
        return scale;
    }

    /** Node {@code i} of the network as a line; a withdrawn one has no seats. */
    Asked line(int i) {
        return asked.get(i);
    }

    int mentors() {
        return mentors.size();
    }

    int seatsOf(PriorityAudience audience) {
        return seatsOf[audience.ordinal()];
    }

    /** Lines by node, in the order of their weight, then of the seed. */
    List<Integer> order() {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            if (net.seats(i) > 0) {
                order.add(i);
            }
        }
        return byWeight(order, asked::get);
    }

    // ---------------------------------------------------------------- building

    private Scale scale() {
        long seats = 0;
        long heaviest = 1;
        for (WaitingLine line : waiting.values()) {
            seats += line.seats();
            heaviest = Math.max(heaviest, 1L + policy.coveragePoints(line.audience(), line.waitingDays()));
        }
        boolean floors = policy.floors().values().stream().anyMatch(percent -> percent > 0);
        return changes
                ? Scale.of(2 * seats + 100, 2 * heaviest, openProposals, fit, floors)
                : Scale.of(Math.max(1, seats), heaviest, openProposals, fit, floors);
    }

    private boolean outgrown(WaitingLine line) {
        long seats = 0;
        for (PriorityAudience audience : AUDIENCES) {
            seats += seatsOf[audience.ordinal()];
        }
        return seats + line.seats() > scale.seats()
                || 1L + policy.coveragePoints(line.audience(), line.waitingDays()) > scale.heaviest();
    }

    private void build() {
        scale = scale();
        supply = new Supply(fit);
        candidates = new Candidates(fit, supply, scale.fit());
        asked = candidates.lines();
        nodeOf.clear();
        Arrays.fill(seatsOf, 0);
        for (WaitingLine line : waiting.values()) {
            seatsOf[line.audience().ordinal()] += line.seats();
        }
        net = network();
        for (Mentor mentor : mentors.values()) {
            mentor.groups.clear();
            mentor.members.clear();
            attach(mentor);
        }
        List<Asked> lines = new ArrayList<>(waiting.size());
        waiting.forEach((key, line) -> lines.add(fit.asked(line, excludedMentors.getOrDefault(key, NOBODY))));
        byWeight(lines, line -> line)
                .forEach(line -> net.enter(connect(line), line.line().seats()));
    }

    private Transport network() {
        int[] floors = new int[AUDIENCES.length];
        for (PriorityAudience audience : AUDIENCES) {
            floors[audience.ordinal()] = policy.floor(audience, seatsOf[audience.ordinal()]);
        }
        return new Transport(floors, scale.floor(), candidates, changes, mostHeld, waiting.size(), mentors.size());
    }

    private int connect(WaitingLine line) {
        String key = Fit.key(line.need(), line.line());
        return connect(fit.asked(line, excludedMentors.getOrDefault(key, NOBODY)));
    }

    /** The node and the edges of a line, without its seats. */
    private int connect(Asked line) {
        candidates.add(line);
        int node = net.addLine(
                line.weight() * scale.coverage(), line.line().audience().ordinal());
        nodeOf.put(line.key(), node);
        return node;
    }

    private void enter(int node, int seats) {
        PriorityAudience audience = asked.get(node).line().audience();
        int a = audience.ordinal();
        seatsOf[a] += seats;
        net.enter(node, seats);
        net.setFloor(a, policy.floor(audience, seatsOf[a]));
    }

    private void attach(Mentor mentor) {
        Candidate candidate = mentor.candidate;
        Offered offered = fit.offered(candidate.profile(), candidate.activeDays());
        Set<String> excluded = fit.rules().contains(HardRule.NOT_EXCLUDED) && !mentor.excludedLines.isEmpty()
                ? Set.copyOf(mentor.excludedLines)
                : NOBODY;
        int rest = candidate.capacity();
        Map<String, Integer> held = new LinkedHashMap<>();
        for (Map.Entry<String, Integer> open : mentor.open.entrySet()) {
            int kept = Math.min(rest, open.getValue());
            if (kept > 0) {
                held.put(open.getKey(), kept);
                rest -= kept;
            }
        }
        join(mentor, group(offered, excluded, null), rest, true);
        held.forEach((line, kept) -> join(mentor, group(offered, excluded, line), kept, false));
    }

    private void join(Mentor mentor, Group group, int capacity, boolean first) {
        Member member = new Member(mentor.candidate.mentor(), first, capacity);
        group.members().add(member);
        mentor.groups.add(group);
        mentor.members.add(member);
        net.addCapacity(group.node(), capacity);
    }

    private void detach(Mentor mentor) {
        for (int k = 0; k < mentor.groups.size(); k++) {
            Member member = mentor.members.get(k);
            mentor.groups.get(k).members().remove(member);
            net.removeCapacity(mentor.groups.get(k).node(), member.capacity);
        }
        mentor.groups.clear();
        mentor.members.clear();
    }

    private Group group(Offered offered, Set<String> excluded, @Nullable String heldBy) {
        Group existing = supply.existing(offered, excluded, heldBy);
        if (existing != null) {
            return existing;
        }
        Group group = supply.create(offered, excluded, heldBy);
        net.addMentor();
        return group;
    }

    private void note(Pairing exclusion) {
        String line = Fit.key(exclusion.need(), exclusion.line());
        excludedMentors.computeIfAbsent(line, _ -> new HashSet<>()).add(exclusion.mentor());
        Mentor mentor = mentors.get(exclusion.mentor());
        if (mentor != null) {
            mentor.exclude(line);
        }
    }

    private void noteOpen(List<Pairing> open) {
        List<Pairing> ordered = new ArrayList<>(open);
        ordered.sort(shuffled(seed, (Pairing p) -> Fit.key(p.need(), p.line()) + p.mentor()));
        for (Pairing proposal : ordered) {
            Mentor mentor = mentors.get(proposal.mentor());
            String line = Fit.key(proposal.need(), proposal.line());
            if (mentor != null && waiting.containsKey(line)) {
                mentor.noteOpen(line);
                openProposals++;
                int all = mentor.open.values().stream()
                        .mapToInt(Integer::intValue)
                        .sum();
                if (all > mentor.candidate.capacity()) {
                    throw new IllegalArgumentException(proposal.mentor() + " has more open proposals than capacity");
                }
            }
        }
    }

    private Mentor known(String mentor) {
        Mentor known = mentors.get(mentor);
        if (known == null) {
            throw new IllegalArgumentException("no mentor " + mentor);
        }
        return known;
    }

    // ---------------------------------------------------------------- order

    private static String territory(Candidate mentor) {
        return mentor.profile().anywhere() ? "" : mentor.profile().departement();
    }

    /** The heaviest first, then as the seed draws. */
    private <T> List<T> byWeight(List<T> items, Function<T, Asked> line) {
        return items.stream()
                .map(item -> Drawn.of(seed, line.apply(item).key(), item))
                .sorted(Comparator.comparingLong(
                                (Drawn<T> drawn) -> -line.apply(drawn.item).weight())
                        .thenComparing(drawn -> drawn))
                .map(Drawn::item)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** One order for each seed, whatever order the input has. */
    static <T> Comparator<T> shuffled(long seed, Function<T, String> key) {
        ToIntFunction<T> draw = item -> mix(seed ^ key.apply(item).hashCode());
        return Comparator.comparingInt(draw).thenComparing(key);
    }

    /** Finalizer of SplitMix64 (Steele, Lea and Flood 2014). */
    private static int mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return (int) (z ^ (z >>> 31));
    }
}
