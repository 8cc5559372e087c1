package fr.mentoratdurgence.followup.pairs;

import static fr.mentoratdurgence.followup.pairs.PairRejection.CONTINUATION_ALREADY_AGREED;
import static fr.mentoratdurgence.followup.pairs.PairRejection.CONTINUATION_ALREADY_PROPOSED;
import static fr.mentoratdurgence.followup.pairs.PairRejection.DATE_BEFORE_PROPOSAL;
import static fr.mentoratdurgence.followup.pairs.PairRejection.NO_CONTINUATION_AFTER_SAFEGUARDING;
import static fr.mentoratdurgence.followup.pairs.PairRejection.NO_CONTINUATION_TO_ANSWER;
import static fr.mentoratdurgence.followup.pairs.PairRejection.PAIR_ENDED;
import static fr.mentoratdurgence.followup.pairs.PairRejection.PAIR_ID_TAKEN;
import static fr.mentoratdurgence.followup.pairs.PairRejection.PAIR_UNKNOWN;

import fr.mentoratdurgence.followup.pairs.Pair.Continuation;
import fr.mentoratdurgence.followup.pairs.Pair.End;
import fr.mentoratdurgence.followup.pairs.Pair.Ended;
import fr.mentoratdurgence.followup.pairs.Pair.Handed;
import fr.mentoratdurgence.followup.pairs.Pair.Live;
import fr.mentoratdurgence.followup.pairs.Pair.Said;
import fr.mentoratdurgence.followup.pairs.Pair.Undone;
import fr.mentoratdurgence.followup.pairs.Pair.Unknown;
import fr.mentoratdurgence.followup.pairs.PairCommand.AnswerContinuation;
import fr.mentoratdurgence.followup.pairs.PairCommand.ConfirmFirstContact;
import fr.mentoratdurgence.followup.pairs.PairCommand.NoticeSilence;
import fr.mentoratdurgence.followup.pairs.PairCommand.OpenPair;
import fr.mentoratdurgence.followup.pairs.PairCommand.ProposeContinuation;
import fr.mentoratdurgence.followup.pairs.PairEvent.AbsenceCancelled;
import fr.mentoratdurgence.followup.pairs.PairEvent.ContinuationAgreed;
import fr.mentoratdurgence.followup.pairs.PairEvent.ContinuationDeclined;
import fr.mentoratdurgence.followup.pairs.PairEvent.ContinuationProposed;
import fr.mentoratdurgence.followup.pairs.PairEvent.ExitInterviewRecorded;
import fr.mentoratdurgence.followup.pairs.PairEvent.FirstContactConfirmed;
import fr.mentoratdurgence.followup.pairs.PairEvent.FirstContactOverdue;
import fr.mentoratdurgence.followup.pairs.PairEvent.FirstContactWithdrawn;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairClosed;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairEndCorrected;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairEndUndone;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairHandOverUndone;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairHandedOver;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairInterrupted;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairOpened;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairOpeningUndone;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairPaused;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairResumed;
import fr.mentoratdurgence.followup.pairs.PairEvent.SeatDecided;
import fr.mentoratdurgence.followup.pairs.PairEvent.SeatDecisionDue;
import fr.mentoratdurgence.followup.pairs.PairEvent.SessionCancelled;
import fr.mentoratdurgence.followup.pairs.PairEvent.SessionConfirmed;
import fr.mentoratdurgence.followup.pairs.PairEvent.SessionCorrected;
import fr.mentoratdurgence.followup.pairs.PairEvent.SessionHeld;
import fr.mentoratdurgence.followup.pairs.PairEvent.SessionMissed;
import fr.mentoratdurgence.followup.pairs.Pauses.Pause;
import fr.mentoratdurgence.platform.domain.Decider;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of a pair. Pure: no clock, no database, no framework. */
final class PairDecider {
    static final Decider<PairCommand, Pair, PairEvent> PAIR =
            new Decider<>("Pair", new Unknown(), PairDecider::decide, PairDecider::evolve);

    private record Case(Pair pair, PairCommand command) {}

    private PairDecider() {}

    private static List<? extends PairEvent> decide(PairCommand command, Pair pair) {
        return switch (new Case(pair, command)) {
            case Case(Unknown _, OpenPair c) -> List.of(c.opening());
            case Case(Live live, OpenPair c) -> sameOpening(live.opening(), c);
            case Case(Ended ended, OpenPair c) -> sameOpening(ended.opening(), c);

            case Case(Live live, ConfirmFirstContact c) -> SessionRules.contact(live.life(), live.told(), c);
            case Case(Live live, SessionCommand c) -> SessionRules.decide(live.life(), live.told(), c);

            // what happened before the end may be told after it
            case Case(Ended ended, ConfirmFirstContact c) -> SessionRules.contact(ended.life(), ended.told(), c);
            case Case(Ended ended, SessionCommand c) -> SessionRules.decide(ended.life(), ended.told(), c);

            case Case(Live live, PauseCommand c) -> PauseRules.decide(live, c);
            case Case(Live live, HandOverCommand c) -> HandOverRules.decide(live, c);
            case Case(Ended ended, HandOverCommand c) -> HandOverRules.decide(ended, c);
            case Case(Live live, UndoCommand c) -> UndoRules.decide(live, c);
            case Case(Ended ended, UndoCommand c) -> UndoRules.decide(ended, c);
            case Case(Live live, EndCommand c) -> EndRules.decide(live, c);
            case Case(Ended ended, EndCommand c) -> EndRules.decide(ended, c);

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
            case Case(Unknown _, NoticeSilence _), Case(Ended _, NoticeSilence _), Case(Undone _, NoticeSilence _) ->
                List.of();

            case Case(Undone undone, OpenPair c) -> sameOpening(undone.opening(), c);
            case Case(Unknown _, PairCommand _), Case(Undone _, PairCommand _) -> throw new Rejection(PAIR_UNKNOWN);
            case Case(Ended ended, PairCommand _) ->
                throw new Rejection(
                        PAIR_ENDED, Map.of("endedOn", ended.end().on().toString()));
        };
    }

    private static Pair evolve(Pair pair, PairEvent event) {
        return switch (event) {
            case PairOpened e -> new Live(e, ToldSessions.NONE, false, Pauses.NONE, null, null, null);
            case FirstContactConfirmed e -> telling(pair, told(pair).after(e));
            case FirstContactWithdrawn _ -> telling(pair, told(pair).uncontacted());
            case FirstContactOverdue _ -> {
                Live live = live(pair);
                yield new Live(
                        live.opening(),
                        live.told(),
                        true,
                        live.pauses(),
                        live.lent(),
                        live.handed(),
                        live.continuation());
            }
            case SessionHeld e -> telling(pair, told(pair).after(e));
            case SessionMissed e -> telling(pair, told(pair).after(e));
            case SessionConfirmed e -> telling(pair, told(pair).after(e));
            case SessionCorrected e -> telling(pair, told(pair).after(e));
            case SessionCancelled e -> telling(pair, told(pair).after(e));
            case AbsenceCancelled e -> telling(pair, told(pair).after(e));
            case PairHandedOver e ->
                pair instanceof Ended over
                        ? new Ended(
                                over.opening().followedBy(e.to()),
                                over.told(),
                                over.end(),
                                new Handed(e.from(), null),
                                over.continuation())
                        : live(pair).followedBy(e.to(), e.until());
            case PairHandOverUndone e ->
                pair instanceof Ended over
                        ? new Ended(
                                over.opening().followedBy(e.to()), over.told(), over.end(), null, over.continuation())
                        : live(pair)
                                .followedAgain(Objects.requireNonNull(live(pair).handed()));
            case PairOpeningUndone _ -> new Undone(live(pair).opening());
            case PairEndUndone _ -> Objects.requireNonNull(ended(pair).before());
            case PairPaused e -> {
                Live live = live(pair);
                yield live.resting(live.pauses().and(new Pause(e.from(), e.until())));
            }
            case PairResumed e -> {
                Live live = live(pair);
                yield live.resting(live.pauses().resumed(e.resumedOn()));
            }
            case PairInterrupted e ->
                ended(
                        live(pair),
                        new End(
                                new Said(e.interruptedOn(), e.side(), e.reason(), null),
                                e.afterwards(),
                                e.heldUntil(),
                                Set.of()));
            case PairClosed e ->
                ended(live(pair), new End(new Said(e.closedOn(), null, null, e.planned()), null, null, Set.of()));
            case PairEndCorrected e ->
                with(
                        ended(pair),
                        ended(pair).end().corrected(new Said(e.endedOn(), e.side(), e.reason(), e.planned())));
            case SeatDecided e -> with(ended(pair), ended(pair).end().decided(e.afterwards(), e.heldUntil()));
            case SeatDecisionDue _ -> pair;
            case ExitInterviewRecorded e -> with(ended(pair), ended(pair).end().heard(e.side()));
            case ContinuationProposed e -> with(pair, new Continuation(e.association(), e.proposedOn(), false));
            case ContinuationAgreed e -> with(pair, new Continuation(e.association(), e.agreedOn(), true));
            case ContinuationDeclined _ -> with(pair, null);
        };
    }

    private static List<PairEvent> silence(Live live, NoticeSilence c) {
        if (live.told().contactedOn() != null
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
        SessionRules.checkDay(new SessionRules.Life(opening.openedOn(), null), c.proposedOn(), c.today());
        return List.of(new ContinuationProposed(c.pair(), c.association(), c.proposedOn()));
    }

    private static List<PairEvent> answer(@Nullable Continuation proposed, AnswerContinuation c) {
        if (proposed == null) {
            throw new Rejection(NO_CONTINUATION_TO_ANSWER);
        }
        if (proposed.agreed()) {
            throw new Rejection(CONTINUATION_ALREADY_AGREED, Map.of("association", proposed.association()));
        }
        SessionRules.notInFuture(c.answeredOn(), c.today());
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
        if (ended.end().safeguarding()) {
            throw new Rejection(NO_CONTINUATION_AFTER_SAFEGUARDING);
        }
    }

    /** Told twice by whatever path, a match opens one pair. */
    private static List<PairEvent> sameOpening(PairOpened opening, OpenPair c) {
        if (!opening.proposal().equals(c.opening().proposal())) {
            throw new Rejection(PAIR_ID_TAKEN);
        }
        return List.of();
    }

    static ToldSessions told(Pair pair) {
        return switch (pair) {
            case Live l -> l.told();
            case Ended e -> e.told();
            case Unknown _, Undone _ -> throw impossible(pair);
        };
    }

    private static Pair telling(Pair pair, ToldSessions told) {
        return switch (pair) {
            case Live l -> new Live(l.opening(), told, l.overdue(), l.pauses(), l.lent(), l.handed(), l.continuation());
            case Ended e -> new Ended(e.opening(), told, e.end(), e.handed(), e.continuation());
            case Unknown _, Undone _ -> throw impossible(pair);
        };
    }

    private static Pair with(Pair pair, @Nullable Continuation continuation) {
        return switch (pair) {
            case Live l -> new Live(l.opening(), l.told(), l.overdue(), l.pauses(), l.lent(), l.handed(), continuation);
            case Ended e -> new Ended(e.opening(), e.told(), e.end(), e.handed(), continuation);
            case Unknown _, Undone _ -> throw impossible(pair);
        };
    }

    private static Ended ended(Live live, End end) {
        return new Ended(live.opening(), live.told(), end, null, live.continuation(), live);
    }

    private static Ended ended(Pair pair) {
        if (pair instanceof Ended ended) {
            return ended;
        }
        throw impossible(pair);
    }

    private static Ended with(Ended ended, End end) {
        return new Ended(ended.opening(), ended.told(), end, ended.handed(), ended.continuation());
    }

    private static Live live(@Nullable Pair pair) {
        if (pair instanceof Live live) {
            return live;
        }
        throw impossible(pair);
    }

    private static IllegalStateException impossible(@Nullable Pair pair) {
        return new IllegalStateException("no decision appends this fact to " + pair);
    }
}
