package fr.mentoratdurgence.matching.proposing;

import static fr.mentoratdurgence.matching.proposing.MatchingRunDecider.RUN;
import static fr.mentoratdurgence.matching.proposing.MentorLoadDecider.LOAD;
import static fr.mentoratdurgence.matching.proposing.NeedSeatsDecider.SEATS;
import static fr.mentoratdurgence.matching.proposing.ProposalDecider.PROPOSAL;
import static fr.mentoratdurgence.matching.proposing.Streams.loadOf;
import static fr.mentoratdurgence.matching.proposing.Streams.seatsOf;

import fr.mentoratdurgence.matching.proposing.MatchingCommand.AcceptProposal;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.CompleteRun;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.DeclineProposal;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.EndPair;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ExpireProposal;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.InterruptPair;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.OpenMentor;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.OpenNeed;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.Propose;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ProposeBatch;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ReviseNeedLine;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.StartRun;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ValidateProposal;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.WithdrawMentor;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.WithdrawNeed;
import fr.mentoratdurgence.matching.proposing.NeedSeats.Held;
import fr.mentoratdurgence.matching.proposing.NeedSeats.Place;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.DeclineReason;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.MatchProposed;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Side;
import fr.mentoratdurgence.platform.domain.DecisionSession;

/**
 * The use cases. All streams that one of them touches change together or not at all, and whoever else touches one of
 * them at the same time starts again on fresh state.
 */
final class Matching {
    private Matching() {}

    static String handle(MatchingCommand command, DecisionSession s) {
        return switch (command) {
            case OpenNeed c -> {
                s.decide(SEATS, seatsOf(c.need()), opening(c));
                yield c.need();
            }
            case ReviseNeedLine c -> revise(c, s);
            case WithdrawNeed c -> withdraw(c, s);
            case OpenMentor c -> {
                s.decide(LOAD, loadOf(c.mentor()), new LoadCommand.OpenLoad(c.mentor(), c.profile(), c.capacity()));
                yield c.mentor();
            }
            case WithdrawMentor c -> withdraw(c, s);
            case Propose c -> propose(c, s);
            case ProposeBatch c ->
                String.valueOf(c.proposals().stream()
                        .filter(p -> s.attempt(() -> propose(p, s)).isEmpty())
                        .count());
            case AcceptProposal c -> {
                s.decide(PROPOSAL, c.proposal(), new ProposalCommand.Accept(c.at()));
                yield c.proposal();
            }
            case DeclineProposal c -> {
                MatchProposed open = pending(c.proposal(), s);
                s.decide(PROPOSAL, c.proposal(), new ProposalCommand.Decline(c.side(), c.reason()));
                free(open, true, s);
                yield c.proposal();
            }
            case ExpireProposal c -> {
                MatchProposed open = pending(c.proposal(), s);
                s.decide(PROPOSAL, c.proposal(), new ProposalCommand.Expire(c.at()));
                free(open, false, s);
                yield c.proposal();
            }
            case ValidateProposal c -> validate(c, s);
            case StartRun c -> {
                s.decide(RUN, c.started().stream(), new MatchingRunDecider.Start(c.started()));
                yield c.started().stream();
            }
            case CompleteRun c -> {
                s.decide(RUN, c.run(), new MatchingRunDecider.Complete(c.proposals(), c.refused()));
                yield c.run();
            }
            case InterruptPair c -> {
                s.decide(SEATS, seatsOf(c.need()), new SeatsCommand.ReopenSeat(c.pair()));
                s.decide(LOAD, loadOf(c.mentor()), new LoadCommand.EndPairOfLoad(c.pair()));
                yield c.pair();
            }
            case EndPair c -> {
                s.decide(LOAD, loadOf(c.mentor()), new LoadCommand.EndPairOfLoad(c.pair()));
                yield c.pair();
            }
        };
    }

    private static SeatsCommand.OpenSeats opening(OpenNeed c) {
        return new SeatsCommand.OpenSeats(
                c.need(),
                c.structure(),
                c.referent(),
                c.departement(),
                c.academie(),
                c.priorityAudience(),
                c.lines(),
                c.declaredOn());
    }

    private static String propose(Propose c, DecisionSession s) {
        NeedSeats seats = s.decide(
                SEATS,
                seatsOf(c.need()),
                new SeatsCommand.ReserveSeat(c.line(), c.mentor(), c.proposal(), c.by(), c.at()));
        s.decide(LOAD, loadOf(c.mentor()), new LoadCommand.ReserveCapacity(c.proposal(), c.by(), c.at()));
        s.decide(PROPOSAL, c.proposal(), new ProposalCommand.Open(proposed(c, (NeedSeats.Open) seats)));
        return c.proposal();
    }

    private static MatchProposed proposed(Propose c, NeedSeats.Open seats) {
        Place place = seats.place();
        Held held = seats.find(h -> h.proposal().equals(c.proposal())).orElseThrow();
        return new MatchProposed(
                c.proposal(),
                c.need(),
                c.line(),
                held.seat(),
                c.mentor(),
                place.structure(),
                place.referent(),
                place.departement(),
                place.academie(),
                seats.levelBand(c.line()),
                place.priorityAudience(),
                place.declaredOn(),
                c.origin(),
                c.run(),
                c.manualReason(),
                c.policyVersion(),
                c.score(),
                c.explanation(),
                c.at(),
                c.expiresAt());
    }

    private static String validate(ValidateProposal c, DecisionSession s) {
        MatchProposed p = pending(c.proposal(), s);
        s.decide(PROPOSAL, c.proposal(), new ProposalCommand.Confirm(c.pair(), c.referent(), c.by(), c.at()));
        s.decide(SEATS, seatsOf(p.need()), new SeatsCommand.TakeSeat(c.proposal(), c.pair()));
        s.decide(LOAD, loadOf(p.mentor()), new LoadCommand.TakeCapacity(c.proposal(), c.pair()));
        return c.pair();
    }

    /** The need said how many places it wants: where more are in use, the line shrinks as they come free. */
    private static String revise(ReviseNeedLine c, DecisionSession s) {
        String stream = seatsOf(c.need());
        s.attempt(() -> s.decide(SEATS, stream, new SeatsCommand.ReviseLine(c.line(), c.count())))
                .filter(refused -> refused.code() == SeatsRejection.SEATS_IN_USE)
                .ifPresent(_ -> s.decide(SEATS, stream, new SeatsCommand.ShrinkLine(c.line(), c.count())));
        return c.need();
    }

    private static String withdraw(WithdrawNeed c, DecisionSession s) {
        if (s.state(SEATS, seatsOf(c.need())) instanceof NeedSeats.Open open) {
            open.reservations().forEach(proposal -> cancel(proposal, Side.STRUCTURE, s));
        }
        s.decide(SEATS, seatsOf(c.need()), new SeatsCommand.CloseSeats());
        return c.need();
    }

    private static String withdraw(WithdrawMentor c, DecisionSession s) {
        if (s.state(LOAD, loadOf(c.mentor())) instanceof MentorLoad.Active active) {
            active.reservations().forEach(proposal -> cancel(proposal, Side.MENTOR, s));
        }
        s.decide(LOAD, loadOf(c.mentor()), new LoadCommand.CloseLoad());
        return c.mentor();
    }

    private static void cancel(String proposal, Side side, DecisionSession s) {
        MatchProposed open = pending(proposal, s);
        s.decide(PROPOSAL, proposal, new ProposalCommand.Decline(side, DeclineReason.WITHDRAWN));
        free(open, false, s);
    }

    /** What was proposed; where it is decided already, the proposal's own rules say so. */
    private static MatchProposed pending(String proposal, DecisionSession s) {
        Proposal state = s.state(PROPOSAL, proposal);
        if (state instanceof Proposal.Pending(MatchProposed proposed, boolean _)) {
            return proposed;
        }
        throw ProposalDecider.refusal(state);
    }

    /** Both reservations in the same decision (I8). */
    private static void free(MatchProposed p, boolean exclude, DecisionSession s) {
        s.decide(SEATS, seatsOf(p.need()), new SeatsCommand.ReleaseSeat(p.stream(), exclude));
        s.decide(LOAD, loadOf(p.mentor()), new LoadCommand.ReleaseCapacity(p.stream()));
    }
}
