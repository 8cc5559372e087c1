package fr.mentoratdurgence.followup.pairs;

import static fr.mentoratdurgence.followup.pairs.PairRejection.DATE_BEFORE_OPENING;
import static fr.mentoratdurgence.followup.pairs.PairRejection.DATE_IN_FUTURE;
import static fr.mentoratdurgence.followup.pairs.PairRejection.FIRST_CONTACT_ALREADY_CONFIRMED;
import static fr.mentoratdurgence.followup.pairs.PairRejection.MINUTES_OUT_OF_RANGE;
import static fr.mentoratdurgence.followup.pairs.PairRejection.PAIR_ENDED;
import static fr.mentoratdurgence.followup.pairs.PairRejection.PAIR_ID_TAKEN;
import static fr.mentoratdurgence.followup.pairs.PairRejection.PAIR_UNKNOWN;
import static fr.mentoratdurgence.followup.pairs.PairRejection.SESSION_ALREADY_LOGGED;

import fr.mentoratdurgence.followup.pairs.Pair.Ended;
import fr.mentoratdurgence.followup.pairs.Pair.Live;
import fr.mentoratdurgence.followup.pairs.Pair.Unknown;
import fr.mentoratdurgence.followup.pairs.PairCommand.ClosePair;
import fr.mentoratdurgence.followup.pairs.PairCommand.ConfirmFirstContact;
import fr.mentoratdurgence.followup.pairs.PairCommand.InterruptPair;
import fr.mentoratdurgence.followup.pairs.PairCommand.LogMissedSession;
import fr.mentoratdurgence.followup.pairs.PairCommand.LogSession;
import fr.mentoratdurgence.followup.pairs.PairCommand.NoticeSilence;
import fr.mentoratdurgence.followup.pairs.PairCommand.OpenPair;
import fr.mentoratdurgence.followup.pairs.PairEvent.FirstContactConfirmed;
import fr.mentoratdurgence.followup.pairs.PairEvent.FirstContactOverdue;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairClosed;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairInterrupted;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairOpened;
import fr.mentoratdurgence.followup.pairs.PairEvent.SessionHeld;
import fr.mentoratdurgence.followup.pairs.PairEvent.SessionMissed;
import fr.mentoratdurgence.platform.domain.Decider;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of a pair. Pure: no clock, no database, no framework. */
final class PairDecider {
    static final int LONGEST_SESSION_MINUTES = 240;
    static final Decider<PairCommand, Pair, PairEvent> PAIR =
            new Decider<>("Pair", new Unknown(), PairDecider::decide, PairDecider::evolve);

    private record Case(Pair pair, PairCommand command) {}

    private PairDecider() {}

    private static List<? extends PairEvent> decide(PairCommand command, Pair pair) {
        return switch (new Case(pair, command)) {
            case Case(Unknown _, OpenPair c) -> List.of(opened(c));
            case Case(Live live, OpenPair c) -> sameOpening(live.opening(), c);
            case Case(Ended ended, OpenPair c) -> sameOpening(ended.opening(), c);

            case Case(Live live, ConfirmFirstContact c) -> confirm(live, c);
            case Case(Live live, LogSession c) -> held(live, c);
            case Case(Live live, LogMissedSession c) -> missed(live, c);
            case Case(Live live, InterruptPair c) -> List.of(interrupted(live.opening(), c));
            case Case(Live live, ClosePair c) -> List.of(closed(live.opening(), c));

            // the watch on silence is never wrong to ask: it finds silence or nothing
            case Case(Live live, NoticeSilence c) -> silence(live, c);
            case Case(Unknown _, NoticeSilence _), Case(Ended _, NoticeSilence _) -> List.of();

            case Case(Unknown _, PairCommand _) -> throw new Rejection(PAIR_UNKNOWN);
            case Case(Ended ended, PairCommand _) ->
                throw new Rejection(
                        PAIR_ENDED, Map.of("endedOn", ended.endedOn().toString()));
        };
    }

    private static Pair evolve(Pair pair, PairEvent event) {
        return switch (event) {
            case PairOpened e -> new Live(e, null, false, Set.of());
            case FirstContactConfirmed e -> {
                Live live = live(pair);
                yield new Live(live.opening(), e.contactedOn(), live.overdue(), live.sessions());
            }
            case FirstContactOverdue _ -> {
                Live live = live(pair);
                yield new Live(live.opening(), live.contactedOn(), true, live.sessions());
            }
            case SessionHeld e -> with(live(pair), e.session());
            case SessionMissed e -> with(live(pair), e.session());
            case PairInterrupted e -> new Ended(live(pair).opening(), e.interruptedOn());
            case PairClosed e -> new Ended(live(pair).opening(), e.closedOn());
        };
    }

    private static List<PairEvent> confirm(Live live, ConfirmFirstContact c) {
        if (live.contactedOn() != null) {
            throw new Rejection(
                    FIRST_CONTACT_ALREADY_CONFIRMED,
                    Map.of("contactedOn", live.contactedOn().toString()));
        }
        checkDay(live, c.contactedOn(), c.today());
        return List.of(new FirstContactConfirmed(c.pair(), c.side(), c.contactedOn()));
    }

    /** A session held is a contact: where none was confirmed, the same decision confirms it. */
    private static List<PairEvent> held(Live live, LogSession c) {
        if (c.minutes() < 1 || c.minutes() > LONGEST_SESSION_MINUTES) {
            throw new Rejection(MINUTES_OUT_OF_RANGE, Map.of("most", Integer.toString(LONGEST_SESSION_MINUTES)));
        }
        checkDay(live, c.heldOn(), c.today());
        checkNew(live, c.session());
        List<PairEvent> facts = new ArrayList<>();
        if (live.contactedOn() == null) {
            facts.add(new FirstContactConfirmed(c.pair(), c.side(), c.heldOn()));
        }
        facts.add(new SessionHeld(c.pair(), c.session(), c.minutes(), c.channel(), c.heldOn()));
        return facts;
    }

    private static List<PairEvent> missed(Live live, LogMissedSession c) {
        checkDay(live, c.plannedOn(), c.today());
        checkNew(live, c.session());
        return List.of(new SessionMissed(c.pair(), c.session(), c.missedBy(), c.excused(), c.plannedOn()));
    }

    private static List<PairEvent> silence(Live live, NoticeSilence c) {
        if (live.contactedOn() != null
                || live.overdue()
                || c.now().isBefore(live.opening().firstContactDueAt())) {
            return List.of();
        }
        return List.of(new FirstContactOverdue(c.pair(), live.opening().firstContactDueAt()));
    }

    private static void checkDay(Live live, LocalDate day, LocalDate today) {
        if (day.isAfter(today)) {
            throw new Rejection(DATE_IN_FUTURE, Map.of("today", today.toString()));
        }
        LocalDate openedOn = live.opening().openedOn();
        if (day.isBefore(openedOn)) {
            throw new Rejection(DATE_BEFORE_OPENING, Map.of("openedOn", openedOn.toString()));
        }
    }

    private static void checkNew(Live live, String session) {
        if (live.sessions().contains(session)) {
            throw new Rejection(SESSION_ALREADY_LOGGED);
        }
    }

    /** Told twice by whatever path, a match opens one pair. */
    private static List<PairEvent> sameOpening(PairOpened opening, OpenPair c) {
        if (!opening.proposal().equals(c.proposal())) {
            throw new Rejection(PAIR_ID_TAKEN);
        }
        return List.of();
    }

    private static PairOpened opened(OpenPair c) {
        return new PairOpened(
                c.pair(),
                c.proposal(),
                c.need(),
                c.line(),
                c.seat(),
                c.mentor(),
                c.structure(),
                c.referent(),
                c.departement(),
                c.academie(),
                c.levelBand(),
                c.priorityAudience(),
                c.needDeclaredOn(),
                c.openedOn(),
                c.firstContactDueAt());
    }

    private static PairInterrupted interrupted(PairOpened o, InterruptPair c) {
        return new PairInterrupted(c.pair(), o.need(), o.line(), o.seat(), o.mentor(), c.side(), c.reason(), c.today());
    }

    private static PairClosed closed(PairOpened o, ClosePair c) {
        return new PairClosed(c.pair(), o.need(), o.line(), o.seat(), o.mentor(), c.planned(), c.today());
    }

    private static Live with(Live live, String session) {
        Set<String> sessions = new HashSet<>(live.sessions());
        sessions.add(session);
        return new Live(live.opening(), live.contactedOn(), live.overdue(), Set.copyOf(sessions));
    }

    private static Live live(@Nullable Pair pair) {
        if (pair instanceof Live live) {
            return live;
        }
        throw new IllegalStateException("no decision appends this fact to " + pair);
    }
}
