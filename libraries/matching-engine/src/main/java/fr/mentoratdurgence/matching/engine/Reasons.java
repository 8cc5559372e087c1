package fr.mentoratdurgence.matching.engine;

import fr.mentoratdurgence.contracts.vocabulary.LevelBand;
import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.contracts.vocabulary.Subject;
import fr.mentoratdurgence.contracts.vocabulary.WeeklySlot;
import fr.mentoratdurgence.matching.engine.ExplainedPlan.Fairness;
import fr.mentoratdurgence.matching.engine.ExplainedPlan.Hint;
import fr.mentoratdurgence.matching.engine.ExplainedPlan.Waiting;
import fr.mentoratdurgence.matching.engine.Explanation.Rival;
import fr.mentoratdurgence.matching.engine.Explanation.RivalReason;
import fr.mentoratdurgence.matching.engine.Shares.Share;
import fr.mentoratdurgence.matching.engine.Supply.Group;
import fr.mentoratdurgence.matching.engine.Supply.Member;
import fr.mentoratdurgence.matching.engine.WhyWaiting.Outbid;
import fr.mentoratdurgence.matching.engine.WhyWaiting.RuleCount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why the plan is as it is: for each pair, for each line that waits, and whom to recruit. */
@SuppressWarnings("EnumOrdinal") // masks within one computation, never stored
final class Reasons {
    /** More comparisons than this, and only lines that nobody fits get the full account of all mentors. */
    private static final long FULL_ACCOUNT = 400_000_000;

    private static final int PROFILES_TRIED = 40;
    private static final int HINTS = 10;

    private final Assignment plan;
    private final int mentors;
    private final Fit fit;
    private final Supply supply;
    private final Transport net;
    private final Candidates candidates;
    private final Shares shares;

    /** @param mentors how many there are in all */
    Reasons(Assignment plan, int mentors) {
        this.plan = plan;
        this.mentors = mentors;
        fit = plan.fit();
        supply = plan.supply();
        net = plan.net();
        candidates = plan.candidates();
        shares = new Shares(plan);
    }

    ExplainedPlan outcome() {
        List<Suggestion> suggestions = new ArrayList<>();
        shares.byLine
                .values()
                .forEach(ofLine -> ofLine.forEach(share -> {
                    Suggestion suggestion = suggestion(share, ofLine);
                    suggestions.addAll(Collections.nCopies(share.seats(), suggestion));
                }));
        return new ExplainedPlan(List.copyOf(suggestions), waiting(), plan.value(), fairness(), hints());
    }

    ExplainedPlan withoutPairs() {
        return new ExplainedPlan(List.of(), waiting(), plan.value(), fairness(), hints());
    }

    private List<Waiting> waiting() {
        List<Integer> lines =
                plan.order().stream().filter(i -> net.served(i) < net.seats(i)).toList();
        boolean full = (long) lines.size() * supply.groups().size() <= FULL_ACCOUNT;
        return lines.stream()
                .map(i -> {
                    Asked line = plan.line(i);
                    return new Waiting(
                            line.line().need(),
                            line.line().line(),
                            net.seats(i) - net.served(i),
                            full || nobodyFits(i)
                                    ? account(fit, supply, line, shares.left, mentors, outbid(i))
                                    : candidatesOnly(i));
                })
                .toList();
    }

    /** Each mentor once: to the first rule that stands between, or taken, or free. */
    static WhyWaiting account(
            Fit fit, Supply supply, Asked line, Map<String, Integer> left, int mentors, @Nullable Outbid outbid) {
        Map<HardRule, Integer> removed = new EnumMap<>(HardRule.class);
        int taken = 0;
        int available = 0;
        for (Group group : supply.groups()) {
            HardRule broken =
                    fit.firstBroken(line, group.offered(), group.excludedLines().contains(line.key()));
            if (broken != null) {
                removed.merge(broken, group.mentors(), Integer::sum);
            } else {
                for (Member member : group.members()) {
                    if (member.first) {
                        boolean free = left.getOrDefault(member.mentor, 0) > 0;
                        available += free ? 1 : 0;
                        taken += free ? 0 : 1;
                    }
                }
            }
        }
        List<RuleCount> counts = removed.entrySet().stream()
                .filter(r -> r.getValue() > 0)
                .map(r -> new RuleCount(r.getKey(), r.getValue()))
                .toList();
        return new WhyWaiting(mentors, counts, taken, available, outbid);
    }

    private WhyWaiting candidatesOnly(int line) {
        int taken = 0;
        candidates.find(line);
        for (int k = 0; k < candidates.mentors.size(); k++) {
            int mentor = candidates.mentors.get(k);
            taken += net.capacity(mentor) > 0 ? supply.group(mentor).mentors() : 0;
        }
        return new WhyWaiting(mentors, List.of(), taken, 0, outbid(line));
    }

    private boolean nobodyFits(int line) {
        candidates.find(line);
        for (int k = 0; k < candidates.mentors.size(); k++) {
            if (net.capacity(candidates.mentors.get(k)) > 0) {
                return false;
            }
        }
        return true;
    }

    /** The line that has the mentor who would be cheapest to get. */
    private @Nullable Outbid outbid(int line) {
        int cheapest = -1;
        long price = Long.MAX_VALUE;
        candidates.find(line);
        for (int k = 0; k < candidates.mentors.size(); k++) {
            int mentor = candidates.mentors.get(k);
            long asking = net.price(mentor) - candidates.worths.get(k);
            if (net.flowOfMentor(mentor) >= 0 && asking < price) {
                price = asking;
                cheapest = mentor;
            }
        }
        if (cheapest < 0) {
            return null;
        }
        int holder = -1;
        for (int f = net.flowOfMentor(cheapest); f >= 0; f = net.nextOfMentor(f)) {
            int i = net.lineOfFlow(f);
            if (i != line
                    && (holder < 0 || plan.line(i).weight() < plan.line(holder).weight())) {
                holder = i;
            }
        }
        if (holder < 0) {
            return null;
        }
        Asked winner = plan.line(holder);
        return new Outbid(
                winner.line().audience(),
                winner.line().need(),
                winner.line().line(),
                winner.weight(),
                plan.line(line).weight());
    }

    private List<Fairness> fairness() {
        return Arrays.stream(PriorityAudience.values())
                .filter(audience -> plan.seatsOf(audience) > 0)
                .map(audience -> new Fairness(
                        audience,
                        plan.seatsOf(audience),
                        net.floor(audience.ordinal()),
                        net.servedOfClass(audience.ordinal())))
                .toList();
    }

    private Suggestion suggestion(Share share, List<Share> ofLine) {
        Asked line = plan.line(share.line());
        Offered mentor = share.group().offered();
        return new Suggestion(
                line.line().need(),
                line.line().line(),
                share.member().mentor,
                shares.points(line, share.group()),
                new Explanation(
                        fit.terms(line, mentor), List.copyOf(fit.rules()), List.of(), rival(share, ofLine, line)));
    }

    /** The mentor with the most points among those that this line did not get. */
    private @Nullable Rival rival(Share chosen, List<Share> ofLine, Asked line) {
        Set<String> got = new HashSet<>();
        ofLine.forEach(share -> got.add(share.member().mentor));
        Member best = null;
        int bestPoints = 0;
        candidates.find(chosen.line());
        for (int k = 0; k < candidates.mentors.size(); k++) {
            int mentor = candidates.mentors.get(k);
            int points = Math.toIntExact(
                    Math.floorDiv(candidates.worths.get(k), plan.levels().fit()));
            if (net.capacity(mentor) > 0 && (best == null || points > bestPoints)) {
                for (Member member : supply.group(mentor).members()) {
                    if (!got.contains(member.mentor)) {
                        best = member;
                        bestPoints = points;
                        break;
                    }
                }
            }
        }
        if (best == null) {
            return null;
        }
        int own = fit.points(line, chosen.group().offered());
        RivalReason reason = RivalReason.NEEDED_ELSEWHERE;
        if (shares.left.getOrDefault(best.mentor, 0) > 0) {
            reason = bestPoints == own ? RivalReason.DRAW : RivalReason.FEWER_POINTS;
        }
        return new Rival(best.mentor, Math.toIntExact(line.weight() - 1 + bestPoints), reason);
    }

    private record Wanted(
            @Nullable Subject subject,
            LevelBand band,
            @Nullable WeeklySlot slot) {}

    /** Tries the profiles that most of the waiting seats ask for: what would one such mentor change? */
    private List<Hint> hints() {
        Map<Wanted, Long> wanted = new LinkedHashMap<>();
        for (int i : plan.order()) {
            int left = net.seats(i) - net.served(i);
            if (left > 0) {
                Asked line = plan.line(i);
                List<@Nullable Subject> subjects =
                        new ArrayList<>(line.line().profile().subjects());
                List<@Nullable WeeklySlot> slots =
                        new ArrayList<>(line.line().profile().slots());
                if (subjects.isEmpty()) {
                    subjects.add(null);
                }
                if (slots.isEmpty()) {
                    slots.add(null);
                }
                for (Subject subject : subjects) {
                    for (WeeklySlot slot : slots) {
                        wanted.merge(
                                new Wanted(subject, line.line().profile().levelBand(), slot),
                                left * line.weight(),
                                Long::sum);
                    }
                }
            }
        }
        return wanted.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry<Wanted, Long>::getValue).reversed())
                .limit(PROFILES_TRIED)
                .map(e -> hint(e.getKey()))
                .filter(hint -> hint.places() > 0)
                .sorted(Comparator.comparingLong(Hint::points)
                        .thenComparingInt(Hint::seats)
                        .reversed())
                .limit(HINTS)
                .toList();
    }

    private Hint hint(Wanted wanted) {
        SlotSet slots = wanted.slot == null ? SlotSet.ANY_TIME : SlotSet.of(List.of(wanted.slot));
        Offered mentor = fit.imagined(wanted.subject, wanted.band, slots);
        int[] lines = new int[net.lines()];
        int[] qualities = new int[net.lines()];
        int count = 0;
        int seats = 0;
        for (int i = 0; i < net.lines(); i++) {
            Asked line = plan.line(i);
            if (net.seats(i) > 0 && fit.fits(line, mentor)) {
                lines[count] = i;
                qualities[count++] =
                        Math.toIntExact(fit.points(line, mentor) * plan.levels().fit());
                seats += net.seats(i) - net.served(i);
            }
        }
        Value gain = plan.levels().levels(net.worthOfMentor(lines, qualities, count));
        int places = gain.floors() > 0 || gain.coverage() > 0 ? 1 : 0;
        return new Hint(wanted.subject, wanted.band, wanted.slot, places, gain.coverage(), seats);
    }
}
