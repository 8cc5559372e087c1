package fr.mentoratdurgence.matching.proposing;

import static fr.mentoratdurgence.matching.proposing.MatchingRunDecider.RUN;
import static fr.mentoratdurgence.matching.proposing.MentorLoadDecider.LOAD;
import static fr.mentoratdurgence.matching.proposing.NeedSeatsDecider.SEATS;
import static fr.mentoratdurgence.matching.proposing.PolicyDecider.POLICY;
import static fr.mentoratdurgence.matching.proposing.ProposalDecider.PROPOSAL;
import static fr.mentoratdurgence.matching.proposing.ReferentLoadDecider.REFERENT;
import static fr.mentoratdurgence.matching.proposing.Streams.loadOf;
import static fr.mentoratdurgence.matching.proposing.Streams.seatsOf;

import fr.mentoratdurgence.matching.profile.LevelBand;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.AcceptProposal;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ActivatePolicy;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.AnswerTrial;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.AskPreMatching;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.CompleteRun;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ContinuePreMatching;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.DeclineProposal;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.EndPair;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.EndReview;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.EstablishPolicy;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ExcludePairing;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ExpireProof;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ExpireProposal;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.HoldForReview;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.InterruptPair;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.OfferNextBest;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.OpenMentor;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.OpenNeed;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.Propose;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ProposeBatch;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.PublishPolicy;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ReleaseMentor;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.RemindMentor;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.RenewProof;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ReviseNeedLine;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.StartRun;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ValidateProposal;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.WithdrawMentor;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.WithdrawNeed;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.WithdrawPreMatching;
import fr.mentoratdurgence.matching.proposing.NeedSeats.Held;
import fr.mentoratdurgence.matching.proposing.NeedSeats.Place;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.DeclineReason;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Fit;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.MatchProposed;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Side;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.PreMatchingEnd;
import fr.mentoratdurgence.platform.domain.DecisionSession;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The use cases. All streams that one of them touches change together or not at all, and whoever else touches one of
 * them at the same time starts again on fresh state.
 */
final class MatchingUseCases {
    /** The answer where there was nobody to propose. */
    private static final String NONE = "none";

    private MatchingUseCases() {}

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
                protect(pending(c.proposal(), s), s);
                s.decide(PROPOSAL, c.proposal(), new ProposalCommand.Accept(c.at()));
                yield c.proposal();
            }
            case RemindMentor c -> {
                s.decide(PROPOSAL, c.proposal(), new ProposalCommand.Remind());
                yield c.proposal();
            }
            case AnswerTrial c -> answer(c, s);
            case ExcludePairing c -> exclude(c, s);
            case AskPreMatching c -> ask(c, s);
            case ContinuePreMatching c -> askNext(c, s);
            case WithdrawPreMatching c -> withdraw(c, s);
            case OfferNextBest c -> {
                Propose best = c.best();
                yield best == null ? NONE : propose(best, s);
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
            case PublishPolicy c ->
                String.valueOf(
                        s.decide(POLICY, PolicyEvent.STREAM, new PolicyDecider.Publish(c.content(), c.by(), c.at()))
                                .published());
            case ActivatePolicy c -> {
                s.decide(
                        POLICY,
                        PolicyEvent.STREAM,
                        new PolicyDecider.Activate(c.version(), c.instead(), c.by(), c.at()));
                yield String.valueOf(c.version());
            }
            case EstablishPolicy c ->
                String.valueOf(
                        s.decide(POLICY, PolicyEvent.STREAM, new PolicyDecider.Establish(c.content(), c.by(), c.at()))
                                .activeVersion());
            case StartRun c -> {
                s.decide(RUN, c.started().stream(), new MatchingRunDecider.Start(c.started()));
                yield c.started().stream();
            }
            case CompleteRun c -> {
                s.decide(RUN, c.run(), new MatchingRunDecider.Complete(c.proposals(), c.refused(), c.outcome()));
                yield c.run();
            }
            case InterruptPair c -> {
                s.decide(SEATS, seatsOf(c.need()), new SeatsCommand.ReopenSeat(c.pair()));
                end(c.pair(), c.mentor(), s);
                hold(c, s);
                yield c.pair();
            }
            case ExpireProof c -> {
                cancelAll(c.mentor(), Side.OPERATION, DeclineReason.PROOF_EXPIRED, s);
                s.decide(LOAD, loadOf(c.mentor()), new LoadCommand.ExpireProof(c.expiredOn()));
                yield c.mentor();
            }
            case RenewProof c -> {
                s.decide(LOAD, loadOf(c.mentor()), new LoadCommand.RenewProof(c.renewedOn()));
                yield c.mentor();
            }
            case HoldForReview c -> {
                cancelAll(c.mentor(), Side.OPERATION, DeclineReason.WITHDRAWN, s);
                s.decide(LOAD, loadOf(c.mentor()), new LoadCommand.HoldForReview(c.heldOn()));
                yield c.mentor();
            }
            case EndReview c -> {
                s.decide(LOAD, loadOf(c.mentor()), new LoadCommand.EndReview(c.endedOn()));
                yield c.mentor();
            }
            case ReleaseMentor c -> {
                s.decide(LOAD, loadOf(c.mentor()), new LoadCommand.Release(c.reason(), c.by(), c.at()));
                yield c.mentor();
            }
            case EndPair c -> {
                end(c.pair(), c.mentor(), s);
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

    /**
     * No step towards each other while a rule that protects the young person stands between. Streams that are read here
     * and not appended to are safe to rely on: who holds a mentor back or excludes a pairing ends the open proposals in
     * the same decision, so that each step of theirs collides with it.
     */
    private static void protect(String need, int line, String mentor, DecisionSession s) {
        if (s.state(SEATS, seatsOf(need)) instanceof NeedSeats.Open open
                && s.state(LOAD, loadOf(mentor)) instanceof MentorLoad.Active load) {
            NeedSeats.Line place = open.lines().get(line);
            if (place != null) {
                Set<LevelBand> bands = s.state(POLICY, PolicyEvent.STREAM).minorMentorBands();
                ProtectiveRule.refusal(new ProtectiveRule.Meeting(place, load, open.excludes(line, mentor), bands))
                        .ifPresent(refused -> {
                            throw refused;
                        });
            }
        } // what is not there is refused by the rules of the seats and of the load
    }

    private static void protect(MatchProposed p, DecisionSession s) {
        protect(p.need(), p.line(), p.mentor(), s);
    }

    private static String propose(Propose c, DecisionSession s) {
        protect(c.need(), c.line(), c.mentor(), s);
        NeedSeats seats = s.decide(
                SEATS,
                seatsOf(c.need()),
                new SeatsCommand.ReserveSeat(c.line(), c.mentor(), c.proposal(), c.by(), c.at(), c.prematching()));
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
                c.expiresAt(),
                c.prematching(),
                c.trialHours());
    }

    /** A no ends the proposal, and the two are not proposed to each other again. */
    private static String answer(AnswerTrial c, DecisionSession s) {
        MatchProposed open = pending(c.proposal(), s);
        if (c.fit() != Fit.POOR) {
            protect(open, s); // a no is always heard
        }
        Proposal after =
                s.decide(PROPOSAL, c.proposal(), new ProposalCommand.Answer(c.side(), c.fit(), c.by(), c.at()));
        if (after instanceof Proposal.Declined) {
            free(open, true, s);
        }
        return c.proposal();
    }

    private static String exclude(ExcludePairing c, DecisionSession s) {
        String stream = seatsOf(c.need());
        if (s.state(SEATS, stream) instanceof NeedSeats.Open open) {
            open.reservations(c.line(), c.mentor()).forEach(proposal -> {
                MatchProposed p = pending(proposal, s);
                s.decide(PROPOSAL, proposal, new ProposalCommand.Decline(Side.OPERATION, DeclineReason.OTHER));
                free(p, false, s);
            });
        }
        s.decide(SEATS, stream, new SeatsCommand.ExcludeMentor(c.line(), c.mentor(), c.reason(), c.by()));
        return c.need();
    }

    private static String ask(AskPreMatching c, DecisionSession s) {
        List<String> candidates = c.proposals().stream().map(Propose::mentor).toList();
        s.decide(
                SEATS,
                seatsOf(c.need()),
                new SeatsCommand.AskPreMatching(c.prematching(), c.line(), candidates, c.by(), c.at()));
        candidates.forEach(mentor -> protect(c.need(), c.line(), mentor, s)); // who names a candidate hears why not
        if (firstWhoCanBeAsked(c.proposals(), s).isEmpty()) {
            throw new Rejection(SeatsRejection.NO_CANDIDATE_AVAILABLE);
        }
        return c.prematching();
    }

    private static String askNext(ContinuePreMatching c, DecisionSession s) {
        if (s.state(SEATS, seatsOf(c.need())) instanceof NeedSeats.Open open && !open.waits(c.prematching())) {
            throw new Rejection(SeatsRejection.PREMATCHING_NOT_WAITING);
        }
        return firstWhoCanBeAsked(c.proposals(), s).orElseGet(() -> {
            s.decide(
                    SEATS,
                    seatsOf(c.need()),
                    new SeatsCommand.EndPreMatching(c.prematching(), PreMatchingEnd.EXHAUSTED));
            return NONE;
        });
    }

    /** Who has left, is full or was excluded in the meantime is passed over. */
    private static Optional<String> firstWhoCanBeAsked(List<Propose> candidates, DecisionSession s) {
        for (Propose candidate : candidates) {
            if (s.attempt(() -> propose(candidate, s)).isEmpty()) {
                return Optional.of(candidate.proposal());
            }
        }
        return Optional.empty();
    }

    private static String withdraw(WithdrawPreMatching c, DecisionSession s) {
        String stream = seatsOf(c.need());
        if (s.state(SEATS, stream) instanceof NeedSeats.Open open) {
            NeedSeats.PreMatching asked = open.prematchings().get(c.prematching());
            if (asked != null && asked.proposal() != null) {
                cancel(asked.proposal(), Side.OPERATION, DeclineReason.WITHDRAWN, s);
            }
        }
        s.decide(SEATS, stream, new SeatsCommand.EndPreMatching(c.prematching(), PreMatchingEnd.WITHDRAWN));
        return c.prematching();
    }

    /** The mentor is free again, and so is the référent. */
    private static void end(String pair, String mentor, DecisionSession s) {
        Optional<String> referent = s.state(LOAD, loadOf(mentor)) instanceof MentorLoad.Active active
                ? active.referentOf(pair)
                : Optional.empty();
        s.decide(LOAD, loadOf(mentor), new LoadCommand.EndPairOfLoad(pair));
        referent.ifPresent(account ->
                s.decide(REFERENT, Streams.referentOf(account), new ReferentLoadDecider.Unassign(account, pair)));
    }

    /** What is proposed to the mentor and not confirmed yet ends with it, in whatever state; the seats look for others. */
    private static void hold(InterruptPair c, DecisionSession s) {
        if (c.hold() == null) {
            return;
        }
        cancelAll(c.mentor(), Side.OPERATION, DeclineReason.WITHDRAWN, s);
        s.decide(LOAD, loadOf(c.mentor()), new LoadCommand.Hold(c.need(), c.pair(), c.hold(), c.by(), c.at()));
    }

    private static String validate(ValidateProposal c, DecisionSession s) {
        MatchProposed p = pending(c.proposal(), s);
        protect(p, s);
        s.decide(PROPOSAL, c.proposal(), new ProposalCommand.Confirm(c.pair(), c.referent(), c.by(), c.at()));
        s.decide(SEATS, seatsOf(p.need()), new SeatsCommand.TakeSeat(c.proposal(), c.pair()));
        String referent = c.referent() == null ? p.referent() : c.referent();
        s.decide(LOAD, loadOf(p.mentor()), new LoadCommand.TakeCapacity(c.proposal(), c.pair(), referent));
        s.decide(
                REFERENT,
                Streams.referentOf(referent),
                new ReferentLoadDecider.Assign(referent, c.pair(), c.limit(), c.override(), c.by(), c.at()));
        return c.pair();
    }

    /** The need said how many places it wants: where more are in use, the line shrinks as they come free. */
    private static String revise(ReviseNeedLine c, DecisionSession s) {
        String stream = seatsOf(c.need());
        s.attempt(() -> s.decide(SEATS, stream, new SeatsCommand.ReviseLine(c.line(), c.count())))
                .filter(refused -> refused.is(SeatsRejection.SEATS_IN_USE))
                .ifPresent(_ -> s.decide(SEATS, stream, new SeatsCommand.ShrinkLine(c.line(), c.count())));
        return c.need();
    }

    private static String withdraw(WithdrawNeed c, DecisionSession s) {
        if (s.state(SEATS, seatsOf(c.need())) instanceof NeedSeats.Open open) {
            open.reservations().forEach(proposal -> cancel(proposal, Side.STRUCTURE, DeclineReason.WITHDRAWN, s));
        }
        s.decide(SEATS, seatsOf(c.need()), new SeatsCommand.CloseSeats());
        return c.need();
    }

    private static String withdraw(WithdrawMentor c, DecisionSession s) {
        cancelAll(c.mentor(), Side.MENTOR, DeclineReason.WITHDRAWN, s);
        s.decide(LOAD, loadOf(c.mentor()), new LoadCommand.CloseLoad());
        return c.mentor();
    }

    /** All that is proposed to a mentor and not confirmed yet, in whatever state. */
    private static void cancelAll(String mentor, Side side, DeclineReason reason, DecisionSession s) {
        if (s.state(LOAD, loadOf(mentor)) instanceof MentorLoad.Active active) {
            active.reservations().forEach(proposal -> cancel(proposal, side, reason, s));
        }
    }

    private static void cancel(String proposal, Side side, DeclineReason reason, DecisionSession s) {
        MatchProposed open = pending(proposal, s);
        s.decide(PROPOSAL, proposal, new ProposalCommand.Decline(side, reason));
        free(open, false, s);
    }

    /** What was proposed; where it is decided already, the proposal's own rules say so. */
    private static MatchProposed pending(String proposal, DecisionSession s) {
        Proposal state = s.state(PROPOSAL, proposal);
        if (state instanceof Proposal.Pending pending) {
            return pending.proposed();
        }
        throw ProposalDecider.refusal(state);
    }

    /** Both reservations in the same decision (I8). */
    private static void free(MatchProposed p, boolean exclude, DecisionSession s) {
        s.decide(SEATS, seatsOf(p.need()), new SeatsCommand.ReleaseSeat(p.stream(), exclude));
        s.decide(LOAD, loadOf(p.mentor()), new LoadCommand.ReleaseCapacity(p.stream()));
    }
}
