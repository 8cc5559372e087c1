package fr.mentoratdurgence.followup.pairs;

import static fr.mentoratdurgence.followup.pairs.PairRejection.CONTINUATION_ALREADY_AGREED;
import static fr.mentoratdurgence.followup.pairs.PairRejection.CONTINUATION_ALREADY_PROPOSED;
import static fr.mentoratdurgence.followup.pairs.PairRejection.DATE_BEFORE_OPENING;
import static fr.mentoratdurgence.followup.pairs.PairRejection.DATE_BEFORE_PROPOSAL;
import static fr.mentoratdurgence.followup.pairs.PairRejection.DATE_IN_FUTURE;
import static fr.mentoratdurgence.followup.pairs.PairRejection.FIRST_CONTACT_ALREADY_CONFIRMED;
import static fr.mentoratdurgence.followup.pairs.PairRejection.MINUTES_OUT_OF_RANGE;
import static fr.mentoratdurgence.followup.pairs.PairRejection.NO_CONTINUATION_AFTER_SAFEGUARDING;
import static fr.mentoratdurgence.followup.pairs.PairRejection.NO_CONTINUATION_TO_ANSWER;
import static fr.mentoratdurgence.followup.pairs.PairRejection.PAIR_ENDED;
import static fr.mentoratdurgence.followup.pairs.PairRejection.PAIR_ID_TAKEN;
import static fr.mentoratdurgence.followup.pairs.PairRejection.PAIR_UNKNOWN;
import static fr.mentoratdurgence.followup.pairs.PairRejection.SESSION_ALREADY_LOGGED;

import fr.mentoratdurgence.contracts.matching.v1.PairTerms;
import fr.mentoratdurgence.followup.pairs.Pair.Continuation;
import fr.mentoratdurgence.followup.pairs.Pair.Ended;
import fr.mentoratdurgence.followup.pairs.Pair.Live;
import fr.mentoratdurgence.followup.pairs.Pair.Unknown;
import fr.mentoratdurgence.followup.pairs.PairCommand.AnswerContinuation;
import fr.mentoratdurgence.followup.pairs.PairCommand.ClosePair;
import fr.mentoratdurgence.followup.pairs.PairCommand.ConfirmFirstContact;
import fr.mentoratdurgence.followup.pairs.PairCommand.InterruptPair;
import fr.mentoratdurgence.followup.pairs.PairCommand.LogMissedSession;
import fr.mentoratdurgence.followup.pairs.PairCommand.LogSession;
import fr.mentoratdurgence.followup.pairs.PairCommand.NoticeSilence;
import fr.mentoratdurgence.followup.pairs.PairCommand.OpenPair;
import fr.mentoratdurgence.followup.pairs.PairCommand.ProposeContinuation;
import fr.mentoratdurgence.followup.pairs.PairEvent.ContinuationAgreed;
import fr.mentoratdurgence.followup.pairs.PairEvent.ContinuationDeclined;
import fr.mentoratdurgence.followup.pairs.PairEvent.ContinuationProposed;
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

    /** Whether a session may last so long. */
    static boolean lasts(int minutes) {
        return minutes >= 1 && minutes <= LONGEST_SESSION_MINUTES;
    }

    private static List<? extends PairEvent> decide(PairCommand command, Pair pair) {
        return switch (new Case(pair, command)) {
            case Case(Unknown _, OpenPair c) -> List.of(c.opening());
            case Case(Live live, OpenPair c) -> sameOpening(live.opening(), c);
            case Case(Ended ended, OpenPair c) -> sameOpening(ended.opening(), c);

            case Case(Live live, ConfirmFirstContact c) -> confirm(live, c);
            case Case(Live live, LogSession c) -> held(live, c);
            case Case(Live live, LogMissedSession c) -> missed(live, c);
            case Case(Live live, InterruptPair c) ->
                List.of(interrupted(live.opening().terms(), c));
            case Case(Live live, ClosePair c) -> List.of(closed(live.opening().terms(), c));

            // what comes afterwards is prepared before the end, or found after it
            case Case(Live live, ProposeContinuation c) -> propose(live.opening(), live.continuation(), c);
            case Case(Ended ended, ProposeContinuation c) -> {
                mayGoOn(ended);
                yield propose(ended.opening(), ended.continuation(), c);
            }
            case Case(Live live, AnswerContinuation c) -> answer(live.continuation(), c);
            case Case(Ended ended, AnswerContinuation c) -> {
                if (c.agreed()) {
                    mayGoOn(ended);
                }
                yield answer(ended.continuation(), c);
            }

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
            case PairOpened e -> new Live(e, null, false, Set.of(), null);
            case FirstContactConfirmed e -> {
                Live live = live(pair);
                yield new Live(live.opening(), e.contactedOn(), live.overdue(), live.sessions(), live.continuation());
            }
            case FirstContactOverdue _ -> {
                Live live = live(pair);
                yield new Live(live.opening(), live.contactedOn(), true, live.sessions(), live.continuation());
            }
            case SessionHeld e -> with(live(pair), e.session());
            case SessionMissed e -> with(live(pair), e.session());
            case PairInterrupted e ->
                ended(live(pair), e.interruptedOn(), e.reason() == InterruptionReason.SAFEGUARDING);
            case PairClosed e -> ended(live(pair), e.closedOn(), false);
            case ContinuationProposed e -> with(pair, new Continuation(e.association(), e.proposedOn(), false));
            case ContinuationAgreed e -> with(pair, new Continuation(e.association(), e.agreedOn(), true));
            case ContinuationDeclined _ -> with(pair, null);
        };
    }

    private static List<PairEvent> confirm(Live live, ConfirmFirstContact c) {
        if (live.contactedOn() != null) {
            throw new Rejection(
                    FIRST_CONTACT_ALREADY_CONFIRMED,
                    Map.of("contactedOn", live.contactedOn().toString()));
        }
        checkDay(live.opening(), c.contactedOn(), c.today());
        return List.of(new FirstContactConfirmed(c.pair(), c.side(), c.contactedOn()));
    }

    /** A session held is a contact: where none was confirmed, the same decision confirms it. */
    private static List<PairEvent> held(Live live, LogSession c) {
        if (!lasts(c.minutes())) {
            throw new Rejection(MINUTES_OUT_OF_RANGE, Map.of("most", Integer.toString(LONGEST_SESSION_MINUTES)));
        }
        checkDay(live.opening(), c.heldOn(), c.today());
        checkNew(live, c.session());
        List<PairEvent> facts = new ArrayList<>();
        if (live.contactedOn() == null) {
            facts.add(new FirstContactConfirmed(c.pair(), c.side(), c.heldOn()));
        }
        facts.add(new SessionHeld(c.pair(), c.session(), c.minutes(), c.channel(), c.heldOn()));
        return facts;
    }

    private static List<PairEvent> missed(Live live, LogMissedSession c) {
        checkDay(live.opening(), c.plannedOn(), c.today());
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

    private static List<PairEvent> propose(PairOpened opening, @Nullable Continuation before, ProposeContinuation c) {
        if (before != null) {
            throw new Rejection(
                    before.agreed() ? CONTINUATION_ALREADY_AGREED : CONTINUATION_ALREADY_PROPOSED,
                    Map.of("association", before.association()));
        }
        checkDay(opening, c.proposedOn(), c.today());
        return List.of(new ContinuationProposed(c.pair(), c.association(), c.proposedOn()));
    }

    private static List<PairEvent> answer(@Nullable Continuation proposed, AnswerContinuation c) {
        if (proposed == null) {
            throw new Rejection(NO_CONTINUATION_TO_ANSWER);
        }
        if (proposed.agreed()) {
            throw new Rejection(CONTINUATION_ALREADY_AGREED, Map.of("association", proposed.association()));
        }
        notInFuture(c.answeredOn(), c.today());
        if (c.answeredOn().isBefore(proposed.since())) {
            throw new Rejection(
                    DATE_BEFORE_PROPOSAL, Map.of("proposedOn", proposed.since().toString()));
        }
        return List.of(
                c.agreed()
                        ? new ContinuationAgreed(c.pair(), proposed.association(), c.side(), c.answeredOn())
                        : new ContinuationDeclined(c.pair(), proposed.association(), c.side(), c.answeredOn()));
    }

    /** Who had to be protected from each other is not brought together again. */
    private static void mayGoOn(Ended ended) {
        if (ended.safeguarding()) {
            throw new Rejection(NO_CONTINUATION_AFTER_SAFEGUARDING);
        }
    }

    private static void notInFuture(LocalDate day, LocalDate today) {
        if (day.isAfter(today)) {
            throw new Rejection(DATE_IN_FUTURE, Map.of("today", today.toString()));
        }
    }

    private static void checkDay(PairOpened opening, LocalDate day, LocalDate today) {
        notInFuture(day, today);
        LocalDate openedOn = opening.openedOn();
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
        if (!opening.proposal().equals(c.opening().proposal())) {
            throw new Rejection(PAIR_ID_TAKEN);
        }
        return List.of();
    }

    private static PairInterrupted interrupted(PairTerms o, InterruptPair c) {
        return new PairInterrupted(c.pair(), o.need(), o.line(), o.seat(), o.mentor(), c.side(), c.reason(), c.today());
    }

    private static PairClosed closed(PairTerms o, ClosePair c) {
        return new PairClosed(c.pair(), o.need(), o.line(), o.seat(), o.mentor(), c.planned(), c.today());
    }

    private static Live with(Live live, String session) {
        Set<String> sessions = new HashSet<>(live.sessions());
        sessions.add(session);
        return new Live(live.opening(), live.contactedOn(), live.overdue(), Set.copyOf(sessions), live.continuation());
    }

    private static Pair with(Pair pair, @Nullable Continuation continuation) {
        return switch (pair) {
            case Live l -> new Live(l.opening(), l.contactedOn(), l.overdue(), l.sessions(), continuation);
            case Ended e -> new Ended(e.opening(), e.endedOn(), e.safeguarding(), continuation);
            case Unknown _ -> throw new IllegalStateException("no decision appends this fact to " + pair);
        };
    }

    private static Ended ended(Live live, LocalDate on, boolean safeguarding) {
        return new Ended(live.opening(), on, safeguarding, live.continuation());
    }

    private static Live live(@Nullable Pair pair) {
        if (pair instanceof Live live) {
            return live;
        }
        throw new IllegalStateException("no decision appends this fact to " + pair);
    }
}
