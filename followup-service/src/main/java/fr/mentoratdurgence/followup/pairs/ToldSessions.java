package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.contracts.vocabulary.Channel;
import fr.mentoratdurgence.contracts.vocabulary.SupportKind;
import fr.mentoratdurgence.followup.pairs.PairEvent.AbsenceCancelled;
import fr.mentoratdurgence.followup.pairs.PairEvent.FirstContactConfirmed;
import fr.mentoratdurgence.followup.pairs.PairEvent.SessionCancelled;
import fr.mentoratdurgence.followup.pairs.PairEvent.SessionConfirmed;
import fr.mentoratdurgence.followup.pairs.PairEvent.SessionCorrected;
import fr.mentoratdurgence.followup.pairs.PairEvent.SessionHeld;
import fr.mentoratdurgence.followup.pairs.PairEvent.SessionMissed;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was told of contacts and sessions of a pair, as it stands after all corrections.
 *
 * @param contactedOn  day of the first contact, null while nobody has confirmed it
 * @param contactedIn  session that was this first contact; null where it was confirmed by itself
 * @param all          what stands, by the id of the session
 * @param gone         ids of what was taken back: never used again
 */
record ToldSessions(
        @Nullable LocalDate contactedOn, @Nullable String contactedIn, Map<String, Told> all, Set<String> gone) {
    static final ToldSessions NONE = new ToldSessions(null, null, Map.of(), Set.of());

    /** One session or absence, and which sides stand for it. */
    sealed interface Told {
        LocalDate day();

        /** Who told it, then who confirmed it. */
        List<Side> sides();

        /** The same, confirmed by one more side. */
        Told confirmed(Side side);

        /** Who told it. */
        default Side by() {
            return sides().getFirst();
        }
    }

    record Held(LocalDate day, List<Side> sides, int minutes, Channel channel, List<SupportKind> support)
            implements Told {
        @Override
        public Held confirmed(Side side) {
            return new Held(day, and(sides, side), minutes, channel, support);
        }
    }

    record Missed(LocalDate day, List<Side> sides, Side missedBy, boolean excused) implements Told {
        @Override
        public Missed confirmed(Side side) {
            return new Missed(day, and(sides, side), missedBy, excused);
        }
    }

    /** Whether an id is used up. */
    boolean knows(String session) {
        return all.containsKey(session) || gone.contains(session);
    }

    /** What was told of a day, in a fixed order. */
    List<Map.Entry<String, Told>> of(LocalDate day) {
        return all.entrySet().stream()
                .filter(told -> told.getValue().day().equals(day))
                .sorted(Map.Entry.comparingByKey())
                .toList();
    }

    /** The first session that was held, apart from this one. */
    Optional<Map.Entry<String, Told>> firstHeldBesides(String session) {
        return all.entrySet().stream()
                .filter(told ->
                        told.getValue() instanceof Held && !told.getKey().equals(session))
                .min(Map.Entry.<String, Told>comparingByValue(Comparator.comparing(Told::day))
                        .thenComparing(Map.Entry.comparingByKey()));
    }

    ToldSessions after(FirstContactConfirmed e) {
        return new ToldSessions(e.contactedOn(), e.session(), all, gone);
    }

    /** The first contact was none. */
    ToldSessions uncontacted() {
        return new ToldSessions(null, null, all, gone);
    }

    ToldSessions after(SessionHeld e) {
        return with(e.session(), new Held(e.heldOn(), List.of(e.side()), e.minutes(), e.channel(), e.support()));
    }

    ToldSessions after(SessionMissed e) {
        return with(e.session(), new Missed(e.plannedOn(), List.of(e.side()), e.missedBy(), e.excused()));
    }

    ToldSessions after(SessionConfirmed e) {
        Told told = all.get(e.session());
        return told == null ? this : with(e.session(), told.confirmed(e.side()));
    }

    /** Who confirmed what was told before has not confirmed this. */
    ToldSessions after(SessionCorrected e) {
        return with(e.session(), new Held(e.heldOn(), List.of(e.toldBy()), e.minutes(), e.channel(), e.support()));
    }

    ToldSessions after(SessionCancelled e) {
        return without(e.session());
    }

    ToldSessions after(AbsenceCancelled e) {
        return without(e.session());
    }

    private ToldSessions with(String session, Told told) {
        Map<String, Told> more = new HashMap<>(all);
        more.put(session, told);
        return new ToldSessions(contactedOn, contactedIn, Map.copyOf(more), gone);
    }

    private ToldSessions without(String session) {
        Map<String, Told> rest = new HashMap<>(all);
        rest.remove(session);
        Set<String> away = new HashSet<>(gone);
        away.add(session);
        return new ToldSessions(contactedOn, contactedIn, Map.copyOf(rest), Set.copyOf(away));
    }

    private static List<Side> and(List<Side> sides, Side side) {
        return Stream.concat(sides.stream(), Stream.of(side)).distinct().toList();
    }
}
