package fr.mentoratdurgence.matching.whatif;

import fr.mentoratdurgence.matching.proposing.LoadEvent.CapacityGivenBack;
import fr.mentoratdurgence.matching.proposing.LoadEvent.CapacityReleased;
import fr.mentoratdurgence.matching.proposing.LoadEvent.CapacityTaken;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.MatchConfirmed;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.MatchProposed;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.ProposalDeclined;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.ProposalExpired;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatReleased;
import fr.mentoratdurgence.matching.whatif.Counterfactual.Assumed;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How people decided and how long pairs lasted in the recorded season. A simulated proposal draws its answer from it,
 * always the same one for the same line and mentor, so both policies meet the same people.
 */
final class Habits {

    /** What becomes of a proposal. */
    enum Answer {
        CONFIRMED,
        DECLINED,
        EXPIRED
    }

    /** How a pair goes on. */
    enum End {
        /** Stops before its time: the seat waits again. */
        INTERRUPTED,
        /** Comes to its end: the mentor is free. */
        ENDED,
        /** Was alive when the record ends. */
        ALIVE
    }

    /** @param days that it lasted; without a meaning for a pair that is alive */
    record Fate(End end, int days) {}

    private final Assumed assumed;
    private final List<Fate> fates;

    private Habits(Assumed assumed, List<Fate> fates) {
        this.assumed = assumed;
        this.fates = fates;
    }

    static Habits of(List<Fact> facts, Acceptance acceptance) {
        Map<String, LocalDate> proposed = new HashMap<>();
        Map<String, LocalDate> began = new HashMap<>();
        Map<String, LocalDate> ended = new HashMap<>();
        Set<String> seatsReleased = new HashSet<>();
        List<Integer> toConfirm = new ArrayList<>();
        List<Integer> toDecline = new ArrayList<>();
        int expired = 0;
        List<Fate> fates = new ArrayList<>();
        for (Fact fact : facts) {
            switch (fact.event()) {
                case MatchProposed e -> proposed.put(e.stream(), fact.day());
                case MatchConfirmed e -> toConfirm.add(days(proposed.getOrDefault(e.stream(), fact.day()), fact.day()));
                case ProposalDeclined e -> {
                    if (!e.reason().takenBack()) {
                        toDecline.add(days(proposed.getOrDefault(e.stream(), fact.day()), fact.day()));
                    }
                }
                case ProposalExpired _ -> expired++;
                case CapacityGivenBack e -> began.remove(e.proposal());
                case CapacityTaken e -> began.put(e.proposal(), fact.day());
                case SeatReleased e -> seatsReleased.add(e.proposal());
                case CapacityReleased e -> ended.put(e.proposal(), fact.day());
                default -> {
                    // says nothing of answers and pairs
                }
            }
        }
        began.forEach((pair, begin) -> {
            LocalDate end = ended.get(pair);
            if (end == null) {
                fates.add(new Fate(End.ALIVE, 0));
            } else {
                // of an interrupted pair the seat is free again, too; which of the two was stored first means nothing
                End how = seatsReleased.contains(pair) ? End.INTERRUPTED : End.ENDED;
                fates.add(new Fate(how, Math.max(1, days(begin, end))));
            }
        });
        fates.sort(Comparator.comparing(Fate::end).thenComparingInt(Fate::days));
        return new Habits(
                new Assumed(
                        acceptance,
                        toConfirm.size() + toDecline.size() + expired,
                        toConfirm.size(),
                        toDecline.size(),
                        expired,
                        median(toConfirm),
                        median(toDecline),
                        fates.size(),
                        count(fates, End.INTERRUPTED),
                        count(fates, End.ENDED)),
                List.copyOf(fates));
    }

    Assumed assumed() {
        return assumed;
    }

    /** What these two say to each other; where nothing was ever decided, yes. */
    Answer answer(String line, String mentor, int attempt) {
        if (assumed.acceptance() == Acceptance.ALL || assumed.decided() == 0) {
            return Answer.CONFIRMED;
        }
        int drawn = draw("answer " + line + " " + mentor + " " + attempt, assumed.decided());
        if (drawn < assumed.confirmed()) {
            return Answer.CONFIRMED;
        }
        return drawn < assumed.confirmed() + assumed.declined() ? Answer.DECLINED : Answer.EXPIRED;
    }

    /** How long these two go on; where no pair ever began, to the last day. */
    Fate fate(String line, String mentor) {
        return fates.isEmpty() ? new Fate(End.ALIVE, 0) : fates.get(draw("fate " + line + " " + mentor, fates.size()));
    }

    /** One of {@code n}, each as likely, always the same for the same name: FNV-1a and the finalizer of SplitMix64. */
    private static int draw(String name, int n) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return (int) Long.remainderUnsigned(hash ^ (hash >>> 31), n);
    }

    private static int days(LocalDate from, LocalDate to) {
        return (int) Math.max(0, ChronoUnit.DAYS.between(from, to));
    }

    private static int median(List<Integer> days) {
        return days.isEmpty() ? 0 : days.stream().sorted().toList().get((days.size() - 1) / 2);
    }

    private static int count(List<Fate> fates, End end) {
        return (int) fates.stream().filter(fate -> fate.end() == end).count();
    }
}
