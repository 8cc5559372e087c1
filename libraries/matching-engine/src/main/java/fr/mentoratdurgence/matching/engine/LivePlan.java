package fr.mentoratdurgence.matching.engine;

import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.matching.engine.Lottery.Drawn;
import fr.mentoratdurgence.matching.engine.Supply.Group;
import fr.mentoratdurgence.matching.engine.Supply.Member;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The best plan, kept the best while lines, seats, mentors and exclusions come and go: each change repairs it, and the
 * value is the same as if everything were matched from the beginning.
 */
@SuppressWarnings("EnumOrdinal") // the class of an audience within one computation, never stored
public final class LivePlan {
    private static final Set<String> NOBODY = Set.of();

    /** Held by all lines together, about: 8 bytes each, and as many again once a search goes backwards. */
    private static final int MOST_PAIRS = 32_000_000;

    private final Policy policy;
    private final Lottery lottery;
    private final Fit fit;
    private final boolean changes;
    private final int mostHeld;
    private final Map<String, PlannedMentor> mentors;
    private final Map<String, Set<String>> excludedMentors = new HashMap<>();
    private final Map<String, WaitingLine> waiting;
    private int openProposals;

    // made anew when the scale no longer holds
    private Assignment at;
    private final Map<String, Integer> nodeOf;

    private LivePlan(Problem problem, boolean changes, int mostHeld) {
        this.mostHeld = mostHeld;
        this.policy = problem.policy();
        this.lottery = new Lottery(problem.seed());
        this.changes = changes;
        fit = new Fit(policy);
        int lines = problem.lines().size();
        waiting = LinkedHashMap.newLinkedHashMap(lines);
        nodeOf = HashMap.newHashMap(lines);
        mentors = LinkedHashMap.newLinkedHashMap(problem.mentors().size());
        lottery.draw(problem.lines(), LivePlan::key).forEach(line -> waiting.put(line.key(), line.item()));
        lottery.draw(problem.mentors(), Comparator.comparing(LivePlan::territory), Candidate::mentor)
                .forEach(mentor -> mentors.put(mentor.key(), new PlannedMentor(mentor.item())));
        if (waiting.size() < lines || mentors.size() < problem.mentors().size()) {
            throw new IllegalArgumentException("a line or a mentor comes twice");
        }
        problem.exclusions().forEach(this::note);
        noteOpen(problem.open());
        at = empty();
        fill();
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
        String key = key(line);
        if (waiting.putIfAbsent(key, line) != null) {
            throw new IllegalArgumentException("the line " + key + " is there already");
        }
        if (outgrown(line)) {
            build();
            return;
        }
        at.enter(connect(asked(key, line)), line.seats());
    }

    /** The line is withdrawn, with all its seats. */
    public void removeLine(String need, int line) {
        String key = LineId.key(need, line);
        setSeats(key, 0);
        waiting.remove(key);
        nodeOf.remove(key);
    }

    /** The line has another number of seats. */
    public void setSeats(String need, int line, int seats) {
        setSeats(LineId.key(need, line), seats);
    }

    private void setSeats(String key, int seats) {
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
        at.lines().set(node, at.line(node).withSeats(after));
        at.changeSeats(node, more);
    }

    /** A new mentor. */
    public void addMentor(Candidate candidate) {
        PlannedMentor mentor = new PlannedMentor(candidate);
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
        PlannedMentor known = known(mentor);
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
                at.net().addCapacity(node, more);
            } else {
                at.net().removeCapacity(node, -more);
            }
        }
    }

    /** The two will not be paired. */
    public void exclude(Pairing pairing) {
        note(pairing);
        String line = LineId.key(pairing.need(), pairing.line());
        Integer node = nodeOf.get(line);
        if (node != null) {
            at.lines().set(node, asked(line, at.line(node).line()));
        }
        PlannedMentor mentor = mentors.get(pairing.mentor());
        if (mentor != null) {
            detach(mentor);
            attach(mentor);
        }
    }

    // ---------------------------------------------------------------- what there is

    /** What the plan is worth. */
    public Value value() {
        return at.value();
    }

    /** The plan with its prices. */
    public Plan plan() {
        Map<String, Long> worth = new HashMap<>();
        for (int i = 0; i < at.lines().size(); i++) {
            if (waiting.containsKey(at.line(i).key())) {
                worth.put(at.line(i).key(), at.net().worthOfSeat(i));
            }
        }
        Map<String, Long> prices = new HashMap<>();
        for (Group group : at.supply().groups()) {
            for (Member member : group.members()) {
                String part = group.heldBy() == null ? member.mentor : member.mentor + "@" + group.heldBy();
                prices.put(part, at.net().price(group.node()));
            }
        }
        Map<PriorityAudience, Long> audiences = new EnumMap<>(PriorityAudience.class);
        for (PriorityAudience audience : PriorityAudience.values()) {
            audiences.put(audience, at.net().priceOfClass(audience.ordinal()));
        }
        return new Plan(new Shares(at).pairs(), value(), at.levels(), worth, prices, audiences);
    }

    /** The plan with all its reasons. */
    public ExplainedPlan outcome() {
        return new Reasons(at, mentors.size()).outcome();
    }

    /** The reasons of the waiting lines, how each audience fares and whom to recruit; without the pairs' explanations. */
    public ExplainedPlan reasons() {
        return new Reasons(at, mentors.size()).withoutPairs();
    }

    Assignment assignment() {
        return at;
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
        return at.seats() + line.seats() > at.levels().seats()
                || 1L + policy.coveragePoints(line.audience(), line.waitingDays())
                        > at.levels().heaviest();
    }

    private void build() {
        at = empty();
        fill();
    }

    private Assignment empty() {
        int[] seatsOf = new int[PriorityAudience.values().length];
        for (WaitingLine line : waiting.values()) {
            seatsOf[line.audience().ordinal()] += line.seats();
        }
        return new Assignment(
                lottery, policy, fit, scale(), changes, mostHeld, seatsOf, waiting.size(), mentors.size());
    }

    private void fill() {
        nodeOf.clear();
        for (PlannedMentor mentor : mentors.values()) {
            mentor.groups.clear();
            mentor.members.clear();
            attach(mentor);
        }
        List<Asked> lines = new ArrayList<>(waiting.size());
        waiting.forEach((key, line) -> lines.add(asked(key, line)));
        for (Drawn<Asked> drawn : lottery.draw(lines, Asked.HEAVIEST_FIRST, Asked::key)) {
            at.net().enter(connect(drawn.item()), drawn.item().line().seats());
        }
    }

    private Asked asked(String key, WaitingLine line) {
        return fit.asked(key, line, excludedMentors.getOrDefault(key, NOBODY));
    }

    private int connect(Asked line) {
        int node = at.connect(line);
        nodeOf.put(line.key(), node);
        return node;
    }

    private void attach(PlannedMentor mentor) {
        Candidate candidate = mentor.candidate;
        Offered offered = fit.offered(candidate.profile(), candidate.activeDays());
        Set<String> excluded = fit.rules().contains(HardRule.NOT_EXCLUDED) && !mentor.excludedLines.isEmpty()
                ? Set.copyOf(mentor.excludedLines)
                : NOBODY;
        int rest = candidate.capacity();
        Map<String, Integer> held = mentor.open.isEmpty() ? Map.of() : new LinkedHashMap<>();
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

    private void join(PlannedMentor mentor, Group group, int capacity, boolean first) {
        Member member = new Member(mentor.candidate.mentor(), first, capacity);
        group.members().add(member);
        mentor.groups.add(group);
        mentor.members.add(member);
        at.net().addCapacity(group.node(), capacity);
    }

    private void detach(PlannedMentor mentor) {
        for (int k = 0; k < mentor.groups.size(); k++) {
            Member member = mentor.members.get(k);
            mentor.groups.get(k).members().remove(member);
            at.net().removeCapacity(mentor.groups.get(k).node(), member.capacity);
        }
        mentor.groups.clear();
        mentor.members.clear();
    }

    private Group group(Offered offered, Set<String> excluded, @Nullable String heldBy) {
        Group existing = at.supply().existing(offered, excluded, heldBy);
        if (existing != null) {
            return existing;
        }
        Group group = at.supply().create(offered, excluded, heldBy);
        at.net().addMentor();
        return group;
    }

    private void note(Pairing exclusion) {
        String line = LineId.key(exclusion.need(), exclusion.line());
        excludedMentors.computeIfAbsent(line, _ -> new HashSet<>()).add(exclusion.mentor());
        PlannedMentor mentor = mentors.get(exclusion.mentor());
        if (mentor != null) {
            mentor.exclude(line);
        }
    }

    private void noteOpen(List<Pairing> open) {
        List<Pairing> ordered = new ArrayList<>(open);
        ordered.sort(lottery.order((Pairing p) -> LineId.key(p.need(), p.line()) + p.mentor()));
        for (Pairing proposal : ordered) {
            PlannedMentor mentor = mentors.get(proposal.mentor());
            String line = LineId.key(proposal.need(), proposal.line());
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

    private PlannedMentor known(String mentor) {
        PlannedMentor known = mentors.get(mentor);
        if (known == null) {
            throw new IllegalArgumentException("no mentor " + mentor);
        }
        return known;
    }

    private static String key(WaitingLine line) {
        return LineId.key(line.need(), line.line());
    }

    private static String territory(Candidate mentor) {
        return mentor.profile().anywhere() ? "" : mentor.profile().departement();
    }
}
