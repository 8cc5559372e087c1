package fr.mentoratdurgence.matching.whatif;

import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.matching.engine.Engine;
import fr.mentoratdurgence.matching.engine.Plan;
import fr.mentoratdurgence.matching.engine.Policy;
import fr.mentoratdurgence.matching.engine.Problem;
import fr.mentoratdurgence.matching.proposing.LoadEvent;
import fr.mentoratdurgence.matching.proposing.LoadEvent.CapacityReleased;
import fr.mentoratdurgence.matching.proposing.LoadEvent.CapacityReserved;
import fr.mentoratdurgence.matching.proposing.LoadEvent.CapacityTaken;
import fr.mentoratdurgence.matching.proposing.SeatsEvent;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.ExclusionLifted;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.LineCountRevised;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.NeedPassedOn;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.PairingExcluded;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.PreMatchingAsked;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.PreMatchingEnded;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.ReplacementQueued;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatGivenBack;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatReleased;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatReserved;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatTaken;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatsClosed;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatsOpened;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatsReopened;
import fr.mentoratdurgence.matching.whatif.Counterfactual.Side;
import fr.mentoratdurgence.matching.whatif.Counterfactual.Tally;
import fr.mentoratdurgence.matching.whatif.Habits.Answer;
import fr.mentoratdurgence.matching.whatif.Habits.End;
import fr.mentoratdurgence.matching.whatif.Habits.Fate;
import fr.mentoratdurgence.matching.whatif.Market.Line;
import fr.mentoratdurgence.matching.whatif.Market.Mentor;
import fr.mentoratdurgence.matching.whatif.Market.Seat;
import fr.mentoratdurgence.survival.Survival;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One season under one policy: what was asked and offered comes as it was recorded, one run a day decides on it, and
 * people answer as they did. Deterministic.
 */
final class ReplayedSeason {
    private static final int HOURS_OF_A_DAY = 24;
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal MOST = new BigDecimal("0.95");

    /** A proposal or pair that the record holds since before the first day. */
    private record Recorded(Line line, Seat seat, String mentor) {}

    /** A simulated proposal or pair, and what comes next of it. */
    private record Bond(Line line, Seat seat, String mentor, Next next) {}

    private enum Next {
        CONFIRM,
        DECLINE,
        EXPIRE,
        INTERRUPT,
        END
    }

    private final List<Fact> facts;
    private final Policy policy;
    private final Habits habits;
    private final LocalDate from;
    private final LocalDate to;

    private final Market market = new Market();
    private final Map<String, Recorded> recorded = new HashMap<>();
    private final Set<String> capacityHeld = new HashSet<>();
    private final TreeMap<LocalDate, List<Bond>> due = new TreeMap<>();
    private final Map<String, Integer> attempts = new HashMap<>();
    private int proposals;
    private int pairs;

    ReplayedSeason(List<Fact> facts, Policy policy, Habits habits, LocalDate from, LocalDate to) {
        this.facts = facts;
        this.policy = policy;
        this.habits = habits;
        this.from = from;
        this.to = to;
    }

    Side play() {
        int next = 0;
        while (next < facts.size() && facts.get(next).day().isBefore(from)) {
            hear(facts.get(next++));
        }
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            while (next < facts.size() && !facts.get(next).day().isAfter(day)) {
                hear(facts.get(next++));
            }
            settle(day);
            run(day);
            settle(day);
        }
        return tally();
    }

    // ---------------------------------------------------------------- what was recorded

    private void hear(Fact fact) {
        boolean before = fact.day().isBefore(from);
        switch (fact.event()) {
            case SeatsEvent e -> hear(e, fact.day(), before);
            case LoadEvent e -> hear(e, before);
            default -> {
                // what became of recorded proposals is in seats and loads; policies and runs are what is replaced
            }
        }
    }

    private void hear(SeatsEvent event, LocalDate day, boolean before) {
        switch (event) {
            case SeatsOpened e ->
                e.qualified()
                        .lines()
                        .forEach(line -> market.add(new Line(
                                e.need(),
                                line.line(),
                                e.qualified().structure(),
                                line.profile(),
                                e.qualified().departement(),
                                e.qualified().priorityAudience(),
                                e.qualified().declaredOn(),
                                line.count())));
            case LineCountRevised e -> market.line(e.need(), e.line()).revise(e.askedCount(), day);
            case NeedPassedOn _ -> {
                // whoever follows it
            }
            case SeatsClosed e -> {
                for (Line line : market.lines()) {
                    if (line.need.equals(e.need())) {
                        line.close(day);
                    }
                }
            }
            case SeatReserved e -> {
                if (before) {
                    Line line = market.line(e.need(), e.line());
                    recorded.put(e.proposal(), new Recorded(line, line.take(), e.mentor()));
                }
            }
            case SeatTaken e -> {
                Recorded bond = recorded.get(e.proposal());
                if (bond != null && bond.seat().served == null) {
                    bond.seat().served = day;
                }
            }
            case SeatReleased e -> {
                Recorded bond = recorded.remove(e.proposal());
                if (bond != null) {
                    bond.line().release(bond.seat(), day);
                }
            }
            case PairingExcluded e -> {
                // a refusal of a recorded proposal after the first day: only where that proposal is there
                boolean ofRecord = recorded.values().stream()
                        .anyMatch(bond -> bond.line().need.equals(e.need())
                                && bond.line().number == e.line()
                                && bond.mentor().equals(e.mentor()));
                if (before || e.reason() != null || ofRecord) {
                    market.exclude(e.need(), e.line(), e.mentor());
                }
            }
            case ExclusionLifted e -> market.readmit(e.need(), e.line(), e.mentor());
            case SeatsReopened e -> {
                for (Line line : market.lines()) {
                    if (line.need.equals(e.need())) {
                        line.reopen(day);
                    }
                }
            }
            case PreMatchingAsked _, PreMatchingEnded _, ReplacementQueued _, SeatGivenBack _ -> {
                // named candidates are not simulated; an interrupted seat is free already
            }
        }
    }

    private void hear(LoadEvent event, boolean before) {
        switch (event) {
            case CapacityReserved e -> {
                if (before && capacityHeld.add(e.proposal())) {
                    market.mentor(e.mentor()).used++;
                }
            }
            case CapacityReleased e -> {
                if (capacityHeld.remove(e.proposal())) {
                    market.mentor(e.mentor()).used--;
                }
            }
            case CapacityTaken _ -> {
                // the capacity is in use already
            }
            case LoadEvent e -> market.hear(e);
        }
    }

    // ---------------------------------------------------------------- what is simulated

    private void run(LocalDate day) {
        Problem problem = market.problem(day, policy);
        if (problem.lines().isEmpty() || problem.mentors().isEmpty()) {
            return;
        }
        for (Plan.Pair pair : Engine.plan(problem).pairs()) {
            for (int i = 0; i < pair.seats(); i++) {
                propose(market.line(pair.need(), pair.line()), pair.mentor(), day);
            }
        }
    }

    private void propose(Line line, String mentor, LocalDate day) {
        proposals++;
        market.mentor(mentor).used++;
        Seat seat = line.take();
        int attempt = attempts.merge(line.key() + " " + mentor, 1, Integer::sum);
        Answer answer = habits.answer(line.key(), mentor, attempt);
        switch (answer) {
            case CONFIRMED ->
                await(
                        line,
                        seat,
                        mentor,
                        Next.CONFIRM,
                        day.plusDays(habits.assumed().daysToConfirm()));
            case DECLINED ->
                await(
                        line,
                        seat,
                        mentor,
                        Next.DECLINE,
                        day.plusDays(habits.assumed().daysToDecline()));
            case EXPIRED ->
                await(
                        line,
                        seat,
                        mentor,
                        Next.EXPIRE,
                        day.plusDays(Math.ceilDiv(policy.proposalHours(), HOURS_OF_A_DAY)));
        }
    }

    private void await(Line line, Seat seat, String mentor, Next next, LocalDate day) {
        due.computeIfAbsent(day, _ -> new ArrayList<>()).add(new Bond(line, seat, mentor, next));
    }

    /** What is due by the end of the day. */
    private void settle(LocalDate day) {
        while (!due.isEmpty() && !due.firstKey().isAfter(day)) {
            due.pollFirstEntry().getValue().forEach(bond -> settle(bond, day));
        }
    }

    private void settle(Bond bond, LocalDate day) {
        Line line = bond.line();
        Mentor mentor = market.mentor(bond.mentor());
        switch (bond.next()) {
            case CONFIRM -> {
                if (line.open && mentor.proposable() && !mentor.excludedFrom(line.structure)) {
                    confirm(bond, day);
                } else {
                    release(bond, day);
                }
            }
            case DECLINE, INTERRUPT -> {
                market.exclude(line.need, line.number, bond.mentor());
                release(bond, day);
            }
            case EXPIRE -> release(bond, day);
            case END -> mentor.used--; // the seat stays served
        }
    }

    private void confirm(Bond bond, LocalDate day) {
        pairs++;
        if (bond.seat().served == null) {
            bond.seat().served = day;
        }
        Fate fate = habits.fate(bond.line().key(), bond.mentor());
        if (fate.end() != End.ALIVE) {
            Next next = fate.end() == End.INTERRUPTED ? Next.INTERRUPT : Next.END;
            await(bond.line(), bond.seat(), bond.mentor(), next, day.plusDays(fate.days()));
        }
    }

    private void release(Bond bond, LocalDate day) {
        market.mentor(bond.mentor()).used--;
        bond.line().release(bond.seat(), day);
    }

    // ---------------------------------------------------------------- what came of it

    private Side tally() {
        List<Tally> audiences = new ArrayList<>();
        for (PriorityAudience audience : PriorityAudience.values()) {
            Tally tally = tally(audience);
            if (tally.seats() > 0) {
                audiences.add(tally);
            }
        }
        return new Side(policy.version(), proposals, pairs, tally(null), List.copyOf(audiences));
    }

    private Tally tally(@Nullable PriorityAudience audience) {
        Survival waits = new Survival();
        int seats = 0;
        int covered = 0;
        int withdrawn = 0;
        for (Line line : market.lines()) {
            if (audience == null || line.audience == audience) {
                for (Seat seat : line.seats) {
                    if (inView(seat)) {
                        boolean served = seat.served != null;
                        covered += served ? 1 : 0;
                        withdrawn += !served && seat.gone != null ? 1 : 0;
                        seats++;
                        count(seat, waits);
                    }
                }
            }
        }
        return new Tally(
                audience,
                seats,
                covered,
                withdrawn,
                seats - covered - withdrawn,
                waits.dayBy(HALF),
                waits.dayBy(MOST),
                audience == null ? 0 : policy.floors().getOrDefault(audience, 0));
    }

    /** Waited on at least one of the days: neither served nor gone before the first, nor declared after the last. */
    private boolean inView(Seat seat) {
        return (seat.served == null || !seat.served.isBefore(from))
                && (seat.gone == null || !seat.gone.isBefore(from))
                && !seat.since.isAfter(to);
    }

    private void count(Seat seat, Survival waits) {
        LocalDate end = seat.served != null ? seat.served : seat.gone != null ? seat.gone : to;
        int entry = days(seat.since, from);
        int exit = Math.max(entry, days(seat.since, end));
        if (seat.served == null) {
            waits.open(entry, exit, 1);
        } else {
            waits.ended(entry, exit, 1);
        }
    }

    private static int days(LocalDate since, LocalDate day) {
        return (int) Math.max(0, ChronoUnit.DAYS.between(since, day));
    }
}
