package fr.mentoratdurgence.matching.proposing;

import static fr.mentoratdurgence.matching.proposing.MentorLoadDecider.LOAD;
import static fr.mentoratdurgence.matching.proposing.NeedSeatsDecider.SEATS;
import static fr.mentoratdurgence.matching.proposing.ProposalDecider.PROPOSAL;
import static fr.mentoratdurgence.matching.proposing.ReferentLoadDecider.REFERENT;
import static fr.mentoratdurgence.matching.proposing.StreamIds.loadOf;
import static fr.mentoratdurgence.matching.proposing.StreamIds.seatsOf;

import fr.mentoratdurgence.contracts.matching.v1.PairTerms;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ReopenNeed;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.RestorePair;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.UndoDecline;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.UndoMatch;
import fr.mentoratdurgence.matching.proposing.NeedSeats.Holder;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.DeclineReason;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.MatchProposed;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Side;
import fr.mentoratdurgence.platform.domain.DecisionSession;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was a mistake is as if it had not been. What somebody did here is taken back as long as nobody has built on it; what
 * was decided elsewhere, that a pair goes on, holds whatever came since, and a proposal that has its place ends.
 */
final class RestoringUseCases {
    private static final int NO_LIMIT = 0;

    private RestoringUseCases() {}

    static String undo(UndoDecline c, DecisionSession s) {
        return stand(c.proposal(), false, c.by(), c.at(), s);
    }

    /** Every step towards a pair asks anew whether it may be, also the way back to one. */
    private static String stand(String proposal, boolean withNeed, String by, Instant at, DecisionSession s) {
        if (!(s.state(PROPOSAL, proposal) instanceof Proposal.Declined declined)) {
            throw new Rejection(ProposalRejection.NOTHING_TO_UNDO);
        }
        MatchProposed p = declined.before().proposed();
        PairTerms terms = p.terms();
        s.decide(PROPOSAL, proposal, new ProposalCommand.UndoDecline(withNeed, at));
        s.decide(
                SEATS,
                seatsOf(terms.need()),
                new SeatsCommand.ReturnSeat(
                        terms.line(), terms.seat(), terms.mentor(), proposal, by, at, prematching(p, s)));
        s.decide(LOAD, loadOf(terms.mentor()), new LoadCommand.RestoreCapacity(proposal, null, null, by, at));
        ProposalUseCases.protect(terms.need(), terms.line(), terms.mentor(), s);
        return proposal;
    }

    /** A pré-matching that has ended since keeps no seat any more. */
    private static @Nullable String prematching(MatchProposed p, DecisionSession s) {
        String asked = p.prematching();
        return asked != null
                        && s.state(SEATS, seatsOf(p.terms().need())) instanceof NeedSeats.Open open
                        && open.prematchings().containsKey(asked)
                ? asked
                : null;
    }

    static String undo(UndoMatch c, DecisionSession s) {
        if (!(s.state(PROPOSAL, c.proposal()) instanceof Proposal.Confirmed confirmed)) {
            return c.proposal();
        }
        MatchProposed p = confirmed.before().proposed();
        PairTerms terms = p.terms();
        Optional<String> referent = s.state(LOAD, loadOf(terms.mentor())) instanceof MentorLoad.Active load
                ? load.referentOf(c.pair())
                : Optional.empty();
        s.decide(PROPOSAL, c.proposal(), new ProposalCommand.UndoConfirm(c.pair()));
        s.decide(SEATS, seatsOf(terms.need()), new SeatsCommand.GiveBackSeat(c.proposal(), c.pair()));
        s.decide(LOAD, loadOf(terms.mentor()), new LoadCommand.GiveBackCapacity(c.proposal(), c.pair()));
        referent.ifPresent(account ->
                s.decide(REFERENT, StreamIds.referentOf(account), new ReferentLoadDecider.Unassign(account, c.pair())));
        if (!mayBe(terms, s)) {
            ProposalUseCases.cancel(c.proposal(), Side.OPERATION, DeclineReason.WITHDRAWN, s);
        }
        return c.proposal();
    }

    /** Whether need and mentor are still there, and nothing protects somebody from it. */
    private static boolean mayBe(PairTerms terms, DecisionSession s) {
        boolean there = s.state(SEATS, seatsOf(terms.need())) instanceof NeedSeats.Open open
                && !open.closed()
                && s.state(LOAD, loadOf(terms.mentor())) instanceof MentorLoad.Active load
                && !load.closed();
        return there
                && s.attempt(() -> ProposalUseCases.protect(terms.need(), terms.line(), terms.mentor(), s))
                        .isEmpty();
    }

    static String restore(RestorePair c, DecisionSession s) {
        PairTerms terms = c.terms();
        if (!(s.state(SEATS, seatsOf(terms.need())) instanceof NeedSeats.Open open)
                || !(s.state(LOAD, loadOf(terms.mentor())) instanceof MentorLoad.Active load)) {
            return c.pair();
        }
        NeedSeats.Line line = open.lines().get(terms.line());
        boolean full = line != null
                && line.used().size() >= line.count()
                && open.find(holder -> c.pair().equals(holder.pair())).isEmpty();
        if (full) {
            last(open, terms.line()).ifPresent(other -> cancel(other, s));
        }
        s.decide(
                SEATS,
                seatsOf(terms.need()),
                new SeatsCommand.RestorePair(
                        terms.line(), terms.seat(), terms.mentor(), c.proposal(), c.pair(), c.by(), c.at()));
        if (load.used().size() >= load.capacity() && !load.used().containsKey(c.proposal())) {
            List<String> waiting = s.state(LOAD, loadOf(terms.mentor())) instanceof MentorLoad.Active now
                    ? now.reservations()
                    : List.of();
            waiting.stream().findFirst().ifPresent(other -> cancel(other, s));
        }
        s.decide(
                LOAD,
                loadOf(terms.mentor()),
                new LoadCommand.RestoreCapacity(c.proposal(), c.pair(), terms.referent(), c.by(), c.at()));
        s.decide(
                REFERENT,
                StreamIds.referentOf(terms.referent()),
                new ReferentLoadDecider.Assign(terms.referent(), c.pair(), NO_LIMIT, null, c.by(), c.at()));
        return c.pair();
    }

    private static void cancel(String proposal, DecisionSession s) {
        ProposalUseCases.cancel(proposal, Side.OPERATION, DeclineReason.WITHDRAWN, s);
    }

    /** What was proposed last for the line, and is not confirmed. */
    private static Optional<String> last(NeedSeats.Open open, int line) {
        NeedSeats.Line found = open.lines().get(line);
        return found == null
                ? Optional.empty()
                : found.used().values().stream()
                        .filter(holder -> holder.pair() == null)
                        .max(Comparator.comparing(Holder::at))
                        .map(Holder::proposal);
    }

    static String reopen(ReopenNeed c, DecisionSession s) {
        List<String> ended =
                s.state(SEATS, seatsOf(c.need())) instanceof NeedSeats.Open open ? open.ended() : List.of();
        s.decide(SEATS, seatsOf(c.need()), new SeatsCommand.ReopenSeats());
        ended.forEach(proposal -> {
            // whose mentor has left, or has something else by now, stays as it is
            Optional<Rejection> _ = s.attempt(() -> {
                String _ = stand(proposal, true, c.by(), c.at(), s);
            });
        });
        return c.need();
    }
}
