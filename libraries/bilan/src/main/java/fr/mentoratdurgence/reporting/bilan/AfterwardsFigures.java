package fr.mentoratdurgence.reporting.bilan;

import fr.mentoratdurgence.reporting.ledger.FollowUp;
import fr.mentoratdurgence.reporting.ledger.Ints;
import fr.mentoratdurgence.reporting.ledger.Kind;
import fr.mentoratdurgence.reporting.ledger.Ledger;
import fr.mentoratdurgence.reporting.ledger.Pairs;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What followed from what was noticed: where nobody confirmed a first contact, where a pair was interrupted, and where
 * somebody else follows a pair.
 */
final class AfterwardsFigures {
    /** The alert that is raised where neither letters nor a call led to a first contact. */
    private static final String NO_CONTACT = "FIRST_CONTACT";

    private static final String WAITING = "WAITING";

    private final Ledger ledger;
    private final FollowUp told;
    private final Pairs pairs;
    private final Area area;

    /** Steps after a first contact that nobody confirmed, from the first to the last. */
    private enum Chase {
        LETTERS,
        CALL,
        ALERT
    }

    AfterwardsFigures(Ledger ledger, Area area) {
        this.ledger = ledger;
        this.told = ledger.followUp;
        this.pairs = ledger.pairs;
        this.area = area;
    }

    List<Figure> all() {
        Map<Integer, Set<Chase>> chases = chases();
        return List.of(chased(chases), afterChase(chases), seats(), seatsDue(), handOvers());
    }

    private Map<Integer, Set<Chase>> chases() {
        Map<Integer, Set<Chase>> chases = new TreeMap<>();
        for (int pair = 0; pair < pairs.size(); pair++) {
            if (pairs.overdueAt.has(pair) && area.hasPair(pair)) {
                add(chases, pair, Chase.LETTERS);
            }
        }
        int alert = ledger.codes.number(NO_CONTACT);
        inOrder(Kind.FIRST_CONTACT_CHASED, Kind.ALERT_RAISED).forEach(row -> {
            if (told.kind(row) == Kind.FIRST_CONTACT_CHASED) {
                add(chases, told.pair.get(row), Chase.CALL);
            } else if (told.code.get(row) == alert) {
                add(chases, told.pair.get(row), Chase.ALERT);
            }
        });
        return chases;
    }

    private static void add(Map<Integer, Set<Chase>> chases, int pair, Chase step) {
        chases.computeIfAbsent(pair, _ -> EnumSet.noneOf(Chase.class)).add(step);
    }

    /** Each step of each pair. */
    private Figure chased(Map<Integer, Set<Chase>> chases) {
        Tally tally = new Tally(ledger.codes);
        chases.values().forEach(steps -> steps.forEach(step -> tally.add(ledger.codes.number(step.name()))));
        return tally.figure(FollowUpIndicators.CONTACTS_CHASED, Axis.CHASE);
    }

    /** Each pair once, with the last step after which the two spoke to each other, or what became of it else. */
    private Figure afterChase(Map<Integer, Set<Chase>> chases) {
        Tally tally = new Tally(ledger.codes);
        chases.forEach((pair, steps) -> {
            String last =
                    "AFTER_" + steps.stream().max(Comparator.naturalOrder()).orElseThrow();
            tally.add(
                    ledger.codes.number(pairs.contactedOn.has(pair) ? last : pairs.isEnded(pair) ? "ENDED" : WAITING));
        });
        return tally.figure(FollowUpIndicators.CONTACTS_AFTER_CHASE, Axis.AFTER_CHASE);
    }

    /** What was to become of the places of pairs that were interrupted. */
    private Figure seats() {
        Tally tally = new Tally(ledger.codes);
        for (int pair = 0; pair < pairs.size(); pair++) {
            if (pairs.interruptedOn.has(pair) && area.hasPair(pair)) {
                int code = pairs.seatAfterwards.get(pair);
                tally.add(code == Ints.NONE ? ledger.codes.number(Grounds.UNTOLD) : code);
            }
        }
        return tally.figure(FollowUpIndicators.SEATS_AFTERWARDS, Axis.SEAT);
    }

    /** Each time that the day of a place that was kept came before a decision, with the decision that followed. */
    private Figure seatsDue() {
        Tally tally = new Tally(ledger.codes);
        Map<Integer, Integer> open = new HashMap<>();
        inOrder(Kind.SEAT_DECISION_DUE, Kind.SEAT_DECIDED).forEach(row -> {
            int pair = told.pair.get(row);
            if (told.kind(row) == Kind.SEAT_DECISION_DUE) {
                open.merge(pair, 1, Integer::sum);
            } else {
                int due = open.getOrDefault(pair, 0);
                open.remove(pair);
                tally.add(told.code.get(row), due);
            }
        });
        open.values().forEach(due -> tally.add(ledger.codes.number(WAITING), due));
        return tally.figure(FollowUpIndicators.SEATS_DUE, Axis.SEAT);
    }

    /** One for a time is followed by one that leads back. */
    private Figure handOvers() {
        Tally tally = new Tally(ledger.codes);
        Map<Integer, Integer> lentBy = new HashMap<>();
        inOrder(Kind.PAIR_HANDED_OVER).forEach(row -> {
            Integer owner = lentBy.get(told.pair.get(row));
            if (told.until.has(row)) {
                lentBy.putIfAbsent(told.pair.get(row), told.other.get(row));
                tally.add(ledger.codes.number("FOR_A_TIME"));
            } else {
                lentBy.remove(told.pair.get(row));
                boolean back = owner != null && owner == told.number.get(row);
                tally.add(ledger.codes.number(back ? "BACK" : "FOR_GOOD"));
            }
        });
        return tally.figure(FollowUpIndicators.HAND_OVERS, Axis.HAND_OVER);
    }

    /** Facts of these kinds, those of a pair in the order in which they were told. */
    private IntStream inOrder(Kind... kinds) {
        List<Kind> wanted = List.of(kinds);
        return IntStream.range(0, told.size())
                .filter(row -> wanted.contains(told.kind(row)) && area.hasPair(told.pair.get(row)))
                .boxed()
                .sorted(Comparator.comparingInt(told.sequence::get))
                .mapToInt(Integer::intValue);
    }
}
