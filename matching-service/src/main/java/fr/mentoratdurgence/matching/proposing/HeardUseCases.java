package fr.mentoratdurgence.matching.proposing;

import static fr.mentoratdurgence.matching.proposing.MentorLoadDecider.LOAD;
import static fr.mentoratdurgence.matching.proposing.NeedSeatsDecider.SEATS;
import static fr.mentoratdurgence.matching.proposing.ReferentLoadDecider.REFERENT;
import static fr.mentoratdurgence.matching.proposing.StreamIds.loadOf;
import static fr.mentoratdurgence.matching.proposing.StreamIds.seatsOf;

import fr.mentoratdurgence.matching.proposing.LoadEvent.HoldReason;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.BeginProbation;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.EndPair;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ExpireProof;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.FreeSeat;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.HoldForReview;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.InterruptPair;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.OpenNeed;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.PassNeedOn;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.PassPairOn;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ProtectMentor;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ReviseNeedLine;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.WithdrawMentor;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.WithdrawNeed;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.DeclineReason;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Side;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatsOpened;
import fr.mentoratdurgence.platform.domain.DecisionSession;
import java.util.List;
import java.util.Optional;

/** What became of needs, mentors and pairs elsewhere, and what that does to seats and capacities. */
final class HeardUseCases {
    private static final int NO_LIMIT = 0;

    private HeardUseCases() {}

    static String open(OpenNeed c, DecisionSession s) {
        String stream = seatsOf(c.need());
        s.decide(SEATS, stream, new SeatsCommand.OpenSeats(new SeatsOpened(stream, c.qualified())));
        return c.need();
    }

    /** The need said how many places it wants: where more are in use, the line shrinks as they come free. */
    static String revise(ReviseNeedLine c, DecisionSession s) {
        String stream = seatsOf(c.need());
        s.attempt(() -> s.decide(SEATS, stream, new SeatsCommand.ReviseLine(c.line(), c.count())))
                .filter(refused -> refused.is(SeatsRejection.SEATS_IN_USE))
                .ifPresent(_ -> s.decide(SEATS, stream, new SeatsCommand.ShrinkLine(c.line(), c.count())));
        return c.need();
    }

    static String withdraw(WithdrawNeed c, DecisionSession s) {
        List<String> open =
                s.state(SEATS, seatsOf(c.need())) instanceof NeedSeats.Open seats ? seats.reservations() : List.of();
        open.forEach(proposal -> ProposalUseCases.cancel(proposal, Side.STRUCTURE, DeclineReason.WITHDRAWN, s));
        s.decide(SEATS, seatsOf(c.need()), new SeatsCommand.CloseSeats(open));
        return c.need();
    }

    static String withdraw(WithdrawMentor c, DecisionSession s) {
        ProposalUseCases.cancelAll(c.mentor(), Side.MENTOR, DeclineReason.WITHDRAWN, s);
        s.decide(LOAD, loadOf(c.mentor()), new LoadCommand.CloseLoad());
        return c.mentor();
    }

    static String interrupt(InterruptPair c, DecisionSession s) {
        if (c.replace()) {
            s.decide(SEATS, seatsOf(c.need()), new SeatsCommand.ReopenSeat(c.pair()));
        }
        end(c.pair(), c.mentor(), s);
        hold(c, s);
        return c.pair();
    }

    /** Proposals that are open and pairs that begin are with who follows the need now. */
    static String passOn(PassNeedOn c, DecisionSession s) {
        s.decide(SEATS, seatsOf(c.need()), new SeatsCommand.PassNeedOn(c.to()));
        return c.need();
    }

    static String free(FreeSeat c, DecisionSession s) {
        s.decide(SEATS, seatsOf(c.need()), new SeatsCommand.ReopenSeat(c.pair()));
        return c.pair();
    }

    static String end(EndPair c, DecisionSession s) {
        end(c.pair(), c.mentor(), s);
        return c.pair();
    }

    /** What is followed counts with who follows it; a pair that was never counted, or is over, counts nowhere. */
    static String passOn(PassPairOn c, DecisionSession s) {
        Optional<String> before = s.state(LOAD, loadOf(c.mentor())) instanceof MentorLoad.Active active
                ? active.referentOf(c.pair())
                : Optional.empty();
        before.filter(account -> !account.equals(c.to())).ifPresent(account -> {
            s.decide(LOAD, loadOf(c.mentor()), new LoadCommand.PassPairOn(c.pair(), c.to()));
            s.decide(REFERENT, StreamIds.referentOf(account), new ReferentLoadDecider.Unassign(account, c.pair()));
            s.decide(
                    REFERENT,
                    StreamIds.referentOf(c.to()),
                    new ReferentLoadDecider.Assign(c.to(), c.pair(), NO_LIMIT, null, c.by(), c.at()));
        });
        return c.pair();
    }

    static String expire(ExpireProof c, DecisionSession s) {
        ProposalUseCases.cancelAll(c.mentor(), Side.OPERATION, DeclineReason.PROOF_EXPIRED, s);
        return decide(c.mentor(), new LoadCommand.ExpireProof(c.expiredOn()), s);
    }

    static String review(HoldForReview c, DecisionSession s) {
        ProposalUseCases.cancelAll(c.mentor(), Side.OPERATION, DeclineReason.WITHDRAWN, s);
        return decide(c.mentor(), new LoadCommand.HoldForReview(c.heldOn()), s);
    }

    static String probation(BeginProbation c, DecisionSession s) {
        ProposalUseCases.cancelAll(c.mentor(), Side.OPERATION, DeclineReason.WITHDRAWN, s);
        return decide(c.mentor(), new LoadCommand.BeginProbation(c.pair(), c.begunOn()), s);
    }

    /** Who was never activated has nothing that could be held back. */
    static String protect(ProtectMentor c, DecisionSession s) {
        if (s.state(LOAD, loadOf(c.mentor())) instanceof MentorLoad.Active) {
            ProposalUseCases.cancelAll(c.mentor(), Side.OPERATION, DeclineReason.WITHDRAWN, s);
            s.decide(
                    LOAD,
                    loadOf(c.mentor()),
                    new LoadCommand.Hold(null, c.concern(), HoldReason.SAFEGUARDING, c.by(), c.at()));
        }
        return c.mentor();
    }

    /** What the mentor's load decides alone. */
    static String decide(String mentor, LoadCommand command, DecisionSession s) {
        s.decide(LOAD, loadOf(mentor), command);
        return mentor;
    }

    /** The mentor is free again, and so is the référent. */
    private static void end(String pair, String mentor, DecisionSession s) {
        Optional<String> referent = s.state(LOAD, loadOf(mentor)) instanceof MentorLoad.Active active
                ? active.referentOf(pair)
                : Optional.empty();
        s.decide(LOAD, loadOf(mentor), new LoadCommand.EndPairOfLoad(pair));
        referent.ifPresent(account ->
                s.decide(REFERENT, StreamIds.referentOf(account), new ReferentLoadDecider.Unassign(account, pair)));
    }

    /** What is proposed to the mentor and not confirmed yet ends with it, in whatever state; the seats look for others. */
    private static void hold(InterruptPair c, DecisionSession s) {
        if (c.hold() == null) {
            return;
        }
        ProposalUseCases.cancelAll(c.mentor(), Side.OPERATION, DeclineReason.WITHDRAWN, s);
        s.decide(LOAD, loadOf(c.mentor()), new LoadCommand.Hold(c.need(), c.pair(), c.hold(), c.by(), c.at()));
    }
}
