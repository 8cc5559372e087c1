package fr.mentoratdurgence.matching.proposing;

import static fr.mentoratdurgence.matching.proposing.MentorLoadDecider.LOAD;
import static fr.mentoratdurgence.matching.proposing.NeedSeatsDecider.SEATS;
import static fr.mentoratdurgence.matching.proposing.StreamIds.loadOf;
import static fr.mentoratdurgence.matching.proposing.StreamIds.seatsOf;

import fr.mentoratdurgence.matching.proposing.MatchingCommand.AskPreMatching;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ContinuePreMatching;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ExcludePairing;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.LiftPairingExclusion;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.Propose;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.WithdrawPreMatching;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.DeclineReason;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Side;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.PreMatchingEnd;
import fr.mentoratdurgence.platform.domain.DecisionSession;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.util.List;
import java.util.Optional;

/** Who is asked first for a seat, and who is not proposed to whom. */
final class PairingUseCases {
    /** The answer where there was nobody to propose. */
    static final String NONE = "none";

    private PairingUseCases() {}

    static String ask(AskPreMatching c, DecisionSession s) {
        List<String> candidates =
                c.proposals().stream().map(p -> p.suggestion().mentor()).toList();
        s.decide(
                SEATS,
                seatsOf(c.need()),
                new SeatsCommand.AskPreMatching(c.prematching(), c.line(), candidates, c.by(), c.at()));
        candidates.forEach(mentor ->
                ProposalUseCases.protect(c.need(), c.line(), mentor, s)); // who names a candidate hears why not
        if (firstWhoCanBeAsked(c.proposals(), s).isEmpty()) {
            throw new Rejection(SeatsRejection.NO_CANDIDATE_AVAILABLE);
        }
        return c.prematching();
    }

    static String askNext(ContinuePreMatching c, DecisionSession s) {
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
            if (s.attempt(() -> ProposalUseCases.propose(candidate, s)).isEmpty()) {
                return Optional.of(candidate.proposal());
            }
        }
        return Optional.empty();
    }

    static String withdraw(WithdrawPreMatching c, DecisionSession s) {
        String stream = seatsOf(c.need());
        if (s.state(SEATS, stream) instanceof NeedSeats.Open open) {
            NeedSeats.PreMatching asked = open.prematchings().get(c.prematching());
            if (asked != null && asked.proposal() != null) {
                ProposalUseCases.cancel(asked.proposal(), Side.OPERATION, DeclineReason.WITHDRAWN, s);
            }
        }
        s.decide(SEATS, stream, new SeatsCommand.EndPreMatching(c.prematching(), PreMatchingEnd.WITHDRAWN));
        return c.prematching();
    }

    /**
     * What protects somebody stands on the mentor's stream, to which every proposal appends, and covers the structure; the
     * rest stands on the line.
     */
    static String exclude(ExcludePairing c, DecisionSession s) {
        String stream = seatsOf(c.need());
        if (!(s.state(SEATS, stream) instanceof NeedSeats.Open open)) {
            throw new Rejection(SeatsRejection.NO_SUCH_NEED);
        }
        QualifiedNeed need = open.opening().qualified();
        List<String> between =
                c.keepsApart() ? openBetween(c.mentor(), need.structure(), s) : open.reservations(c.line(), c.mentor());
        between.forEach(proposal -> ProposalUseCases.cancel(proposal, Side.OPERATION, DeclineReason.OTHER, s));
        if (c.keepsApart()) {
            s.decide(
                    LOAD,
                    loadOf(c.mentor()),
                    new LoadCommand.ExcludeStructure(need.structure(), need.departement(), c.reason(), c.by()));
        } else {
            s.decide(SEATS, stream, new SeatsCommand.ExcludeMentor(c.line(), c.mentor(), c.reason(), c.by()));
        }
        return c.need();
    }

    static String lift(LiftPairingExclusion c, DecisionSession s) {
        s.decide(SEATS, seatsOf(c.need()), new SeatsCommand.LiftExclusion(c.line(), c.mentor(), c.reason(), c.by()));
        return c.need();
    }

    /** Proposals of whatever need of the structure that are not decided yet. */
    private static List<String> openBetween(String mentor, String structure, DecisionSession s) {
        return s.state(LOAD, loadOf(mentor)) instanceof MentorLoad.Active load
                ? load.reservations().stream()
                        .filter(proposal -> ProposalUseCases.pending(proposal, s)
                                .terms()
                                .structure()
                                .equals(structure))
                        .toList()
                : List.of();
    }
}
