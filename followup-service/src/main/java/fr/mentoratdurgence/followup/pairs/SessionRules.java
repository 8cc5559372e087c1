package fr.mentoratdurgence.followup.pairs;

import static fr.mentoratdurgence.followup.pairs.PairRejection.DATE_AFTER_END;
import static fr.mentoratdurgence.followup.pairs.PairRejection.DATE_BEFORE_OPENING;
import static fr.mentoratdurgence.followup.pairs.PairRejection.DATE_IN_FUTURE;
import static fr.mentoratdurgence.followup.pairs.PairRejection.FIRST_CONTACT_ALREADY_CONFIRMED;
import static fr.mentoratdurgence.followup.pairs.PairRejection.MINUTES_OUT_OF_RANGE;
import static fr.mentoratdurgence.followup.pairs.PairRejection.SESSION_ALREADY_LOGGED;
import static fr.mentoratdurgence.followup.pairs.PairRejection.SESSION_NOT_YOURS;
import static fr.mentoratdurgence.followup.pairs.PairRejection.SESSION_TOLD_THAT_DAY;
import static fr.mentoratdurgence.followup.pairs.PairRejection.SESSION_UNKNOWN;

import fr.mentoratdurgence.followup.pairs.PairCommand.ConfirmFirstContact;
import fr.mentoratdurgence.followup.pairs.PairEvent.AbsenceCancelled;
import fr.mentoratdurgence.followup.pairs.PairEvent.FirstContactConfirmed;
import fr.mentoratdurgence.followup.pairs.PairEvent.FirstContactWithdrawn;
import fr.mentoratdurgence.followup.pairs.PairEvent.SessionCancelled;
import fr.mentoratdurgence.followup.pairs.PairEvent.SessionConfirmed;
import fr.mentoratdurgence.followup.pairs.PairEvent.SessionCorrected;
import fr.mentoratdurgence.followup.pairs.PairEvent.SessionHeld;
import fr.mentoratdurgence.followup.pairs.PairEvent.SessionMissed;
import fr.mentoratdurgence.followup.pairs.SessionCommand.Absence;
import fr.mentoratdurgence.followup.pairs.SessionCommand.CancelSession;
import fr.mentoratdurgence.followup.pairs.SessionCommand.CorrectSession;
import fr.mentoratdurgence.followup.pairs.SessionCommand.LogMissedSession;
import fr.mentoratdurgence.followup.pairs.SessionCommand.LogSession;
import fr.mentoratdurgence.followup.pairs.SessionCommand.Session;
import fr.mentoratdurgence.followup.pairs.SessionCommand.Tell;
import fr.mentoratdurgence.followup.pairs.ToldSessions.Held;
import fr.mentoratdurgence.followup.pairs.ToldSessions.Missed;
import fr.mentoratdurgence.followup.pairs.ToldSessions.Told;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules of contacts and sessions, for a pair that runs and for one that is over: what happened while it ran may be
 * told, confirmed and mended afterwards. Pure.
 */
final class SessionRules {
    static final int LONGEST_SESSION_MINUTES = 240;

    /** From when to when the pair lived; null = it still does. */
    record Life(LocalDate openedOn, @Nullable LocalDate endedOn) {}

    private SessionRules() {}

    /** Whether a session may last so long. */
    static boolean lasts(int minutes) {
        return minutes >= 1 && minutes <= LONGEST_SESSION_MINUTES;
    }

    static List<PairEvent> decide(Life life, ToldSessions told, SessionCommand command) {
        return switch (command) {
            case LogSession c -> held(life, told, c);
            case LogMissedSession c -> missed(life, told, c);
            case CorrectSession c -> correct(life, told, c);
            case CancelSession c -> cancel(told, c);
        };
    }

    static List<PairEvent> contact(Life life, ToldSessions told, ConfirmFirstContact c) {
        if (told.contactedOn() != null) {
            throw new Rejection(
                    FIRST_CONTACT_ALREADY_CONFIRMED,
                    Map.of("contactedOn", told.contactedOn().toString()));
        }
        checkDay(life, c.contactedOn(), c.today());
        return List.of(new FirstContactConfirmed(c.pair(), c.side(), c.contactedOn(), null));
    }

    /** Which session a telling names once it was taken: its own, or the one that it confirmed. */
    static String named(ToldSessions told, Tell c) {
        return told.all().containsKey(c.session())
                ? c.session()
                : told.of(c.day()).stream()
                        .filter(one -> one.getValue().sides().contains(c.side()))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(c.session());
    }

    /** A session held is a contact: where none was confirmed, the same decision confirms it. */
    private static List<PairEvent> held(Life life, ToldSessions told, LogSession c) {
        Session said = c.told();
        checkMinutes(said.minutes());
        checkDay(life, said.heldOn(), c.today());
        Optional<List<PairEvent>> known =
                repeated(told, c, said.minutes(), one -> one instanceof Held h && h.minutes() == said.minutes());
        if (known.isPresent()) {
            return known.get();
        }
        List<PairEvent> facts = new ArrayList<>();
        if (told.contactedOn() == null) {
            facts.add(new FirstContactConfirmed(c.pair(), c.side(), said.heldOn(), c.session()));
        }
        facts.add(new SessionHeld(
                c.pair(), c.session(), c.side(), said.minutes(), said.channel(), said.heldOn(), said.support()));
        return facts;
    }

    private static List<PairEvent> missed(Life life, ToldSessions told, LogMissedSession c) {
        Absence said = c.told();
        checkDay(life, said.plannedOn(), c.today());
        return repeated(told, c, null, one -> one instanceof Missed m && m.missedBy() == said.missedBy())
                .orElseGet(() -> List.of(new SessionMissed(
                        c.pair(), c.session(), c.side(), said.missedBy(), said.excused(), said.plannedOn())));
    }

    private interface Likeness {
        boolean with(Told told);
    }

    /**
     * What a telling means where something is told of that day already: the same by another side confirms it, what
     * differs is asked; nothing where it is new.
     */
    private static Optional<List<PairEvent>> repeated(
            ToldSessions told, Tell c, @Nullable Integer minutes, Likeness same) {
        if (told.knows(c.session())) {
            throw new Rejection(SESSION_ALREADY_LOGGED);
        }
        List<Map.Entry<String, Told>> thatDay = told.of(c.day());
        if (thatDay.isEmpty() || c.repeat() == Repeat.ANOTHER) {
            return Optional.empty();
        }
        Optional<Map.Entry<String, Told>> alike = thatDay.stream()
                .filter(one ->
                        same.with(one.getValue()) && !one.getValue().sides().contains(c.side()))
                .findFirst();
        if (alike.isEmpty() && c.repeat() == Repeat.ASK) {
            throw new Rejection(SESSION_TOLD_THAT_DAY, details(thatDay.getFirst()));
        }
        Map.Entry<String, Told> one = alike.or(() -> thatDay.stream()
                        .filter(other -> (other.getValue() instanceof Held) == (c instanceof LogSession))
                        .min(Comparator.comparing(
                                other -> other.getValue().sides().contains(c.side()))))
                .orElse(thatDay.getFirst());
        return Optional.of(
                one.getValue().sides().contains(c.side())
                        ? List.of()
                        : List.of(new SessionConfirmed(c.pair(), one.getKey(), c.side(), minutes)));
    }

    private static Map<String, String> details(Map.Entry<String, Told> told) {
        Map<String, String> said = new HashMap<>();
        said.put("session", told.getKey());
        said.put("by", told.getValue().by().name());
        if (told.getValue() instanceof Held held) {
            said.put("minutes", String.valueOf(held.minutes()));
        }
        return said;
    }

    private static List<PairEvent> correct(Life life, ToldSessions told, CorrectSession c) {
        if (!(own(told, c) instanceof Held was)) {
            throw new Rejection(SESSION_UNKNOWN);
        }
        Session said = c.told();
        checkMinutes(said.minutes());
        checkDay(life, said.heldOn(), c.today());
        Held now = new Held(said.heldOn(), was.sides(), said.minutes(), said.channel(), said.support());
        if (now.equals(was)) {
            return List.of();
        }
        List<PairEvent> facts = new ArrayList<>();
        facts.add(new SessionCorrected(
                c.pair(),
                c.session(),
                c.side(),
                was.by(),
                c.reason(),
                was.minutes(),
                was.channel(),
                was.day(),
                was.support(),
                said.minutes(),
                said.channel(),
                said.heldOn(),
                said.support()));
        if (!was.day().equals(said.heldOn())) {
            contactMoved(facts, told, c, now);
        }
        return facts;
    }

    private static List<PairEvent> cancel(ToldSessions told, CancelSession c) {
        List<PairEvent> facts = new ArrayList<>();
        switch (own(told, c)) {
            case Held was -> {
                facts.add(new SessionCancelled(
                        c.pair(),
                        c.session(),
                        c.side(),
                        c.reason(),
                        was.minutes(),
                        was.channel(),
                        was.day(),
                        was.support()));
                contactMoved(facts, told, c, null);
            }
            case Missed was ->
                facts.add(new AbsenceCancelled(
                        c.pair(), c.session(), c.side(), c.reason(), was.missedBy(), was.excused(), was.day()));
        }
        return facts;
    }

    /**
     * Where the session was the first contact, the first contact is another one from now on, or none.
     *
     * @param now the session as it is told now; null = it did not take place
     */
    private static void contactMoved(List<PairEvent> facts, ToldSessions told, SessionCommand c, @Nullable Held now) {
        if (told.contactedOn() == null || !c.session().equals(told.contactedIn())) {
            return;
        }
        facts.add(new FirstContactWithdrawn(c.pair(), told.contactedOn()));
        Optional<Map.Entry<String, Told>> other = told.firstHeldBesides(c.session());
        if (other.isPresent() && (now == null || other.get().getValue().day().isBefore(now.day()))) {
            Told first = other.get().getValue();
            facts.add(new FirstContactConfirmed(
                    c.pair(), first.by(), first.day(), other.get().getKey()));
        } else if (now != null) {
            facts.add(new FirstContactConfirmed(c.pair(), now.by(), now.day(), c.session()));
        }
    }

    /** Whoever told it mends it, or the team. */
    private static Told own(ToldSessions told, SessionCommand c) {
        Told one = told.all().get(c.session());
        if (one == null) {
            throw new Rejection(SESSION_UNKNOWN);
        }
        if (c.side() != Side.OPERATION && one.by() != c.side()) {
            throw new Rejection(SESSION_NOT_YOURS);
        }
        return one;
    }

    private static void checkMinutes(int minutes) {
        if (!lasts(minutes)) {
            throw new Rejection(MINUTES_OUT_OF_RANGE, Map.of("most", Integer.toString(LONGEST_SESSION_MINUTES)));
        }
    }

    static void notInFuture(LocalDate day, LocalDate today) {
        if (day.isAfter(today)) {
            throw new Rejection(DATE_IN_FUTURE, Map.of("today", today.toString()));
        }
    }

    /** A day on which the pair lived. */
    static void checkDay(Life life, LocalDate day, LocalDate today) {
        notInFuture(day, today);
        if (day.isBefore(life.openedOn())) {
            throw new Rejection(
                    DATE_BEFORE_OPENING, Map.of("openedOn", life.openedOn().toString()));
        }
        if (life.endedOn() != null && day.isAfter(life.endedOn())) {
            throw new Rejection(DATE_AFTER_END, Map.of("endedOn", life.endedOn().toString()));
        }
    }
}
