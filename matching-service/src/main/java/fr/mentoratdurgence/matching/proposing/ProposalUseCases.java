package fr.mentoratdurgence.matching.proposing;

import static fr.mentoratdurgence.matching.proposing.MentorLoadDecider.LOAD;
import static fr.mentoratdurgence.matching.proposing.NeedSeatsDecider.SEATS;
import static fr.mentoratdurgence.matching.proposing.PolicyDecider.POLICY;
import static fr.mentoratdurgence.matching.proposing.ProposalDecider.PROPOSAL;
import static fr.mentoratdurgence.matching.proposing.ReferentLoadDecider.REFERENT;
import static fr.mentoratdurgence.matching.proposing.StreamIds.loadOf;
import static fr.mentoratdurgence.matching.proposing.StreamIds.seatsOf;

import fr.mentoratdurgence.contracts.matching.v1.PairTerms;
import fr.mentoratdurgence.contracts.vocabulary.LevelBand;
import fr.mentoratdurgence.matching.engine.Suggestion;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.AcceptProposal;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.AnswerTrial;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.DeclineProposal;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ExpireProposal;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.Propose;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ValidateProposal;
import fr.mentoratdurgence.matching.proposing.NeedSeats.Held;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.DeclineReason;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.MatchProposed;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.Side;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.TrialOpinion;
import fr.mentoratdurgence.platform.domain.DecisionSession;
import java.util.Objects;
import java.util.Set;

/** From the proposal to the pair: what seats, capacities and the proposal itself decide together. */
final class ProposalUseCases {
    private ProposalUseCases() {}

    static String propose(Propose c, DecisionSession s) {
        String need = c.suggestion().need();
        int line = c.suggestion().line();
        String mentor = c.suggestion().mentor();
        protect(need, line, mentor, s);
        NeedSeats seats = s.decide(
                SEATS,
                seatsOf(need),
                new SeatsCommand.ReserveSeat(line, mentor, c.proposal(), c.by(), c.at(), c.prematching()));
        s.decide(LOAD, loadOf(mentor), new LoadCommand.ReserveCapacity(c.proposal(), c.by(), c.at()));
        s.decide(PROPOSAL, c.proposal(), new ProposalCommand.Open(proposed(c, (NeedSeats.Open) seats)));
        return c.proposal();
    }

    /** A need that nobody follows keeps in its terms who had it last: who follows the pair is decided with the pair. */
    private static MatchProposed proposed(Propose c, NeedSeats.Open seats) {
        Suggestion suggestion = c.suggestion();
        QualifiedNeed need = seats.opening().qualified();
        Held held = seats.find(h -> h.proposal().equals(c.proposal())).orElseThrow();
        return new MatchProposed(
                c.proposal(),
                new PairTerms(
                        suggestion.need(),
                        suggestion.line(),
                        held.seat(),
                        suggestion.mentor(),
                        need.structure(),
                        Objects.requireNonNullElse(seats.referent(), need.referent()),
                        need.departement(),
                        need.academie(),
                        seats.levelBand(suggestion.line()).name(),
                        need.priorityAudience().name(),
                        need.declaredOn()),
                c.origin(),
                c.run(),
                c.manualReason(),
                c.policyVersion(),
                suggestion.score(),
                suggestion.explanation(),
                c.at(),
                c.expiresAt(),
                c.prematching(),
                c.trialHours());
    }

    static String accept(AcceptProposal c, DecisionSession s) {
        protect(pending(c.proposal(), s), s);
        s.decide(PROPOSAL, c.proposal(), new ProposalCommand.Accept(c.via(), c.at()));
        return c.proposal();
    }

    /** A no ends the proposal, and the two are not proposed to each other again. */
    static String answer(AnswerTrial c, DecisionSession s) {
        MatchProposed open = pending(c.proposal(), s);
        if (c.fit() != TrialOpinion.POOR) {
            protect(open, s); // a no is always heard
        }
        Proposal after =
                s.decide(PROPOSAL, c.proposal(), new ProposalCommand.Answer(c.side(), c.fit(), c.by(), c.at()));
        if (after instanceof Proposal.Declined) {
            free(open, true, s);
        }
        return c.proposal();
    }

    static String decline(DeclineProposal c, DecisionSession s) {
        MatchProposed open = pending(c.proposal(), s);
        s.decide(PROPOSAL, c.proposal(), new ProposalCommand.Decline(c.side(), c.reason()));
        free(open, true, s);
        return c.proposal();
    }

    static String expire(ExpireProposal c, DecisionSession s) {
        MatchProposed open = pending(c.proposal(), s);
        s.decide(PROPOSAL, c.proposal(), new ProposalCommand.Expire(c.at()));
        free(open, false, s);
        return c.proposal();
    }

    static String validate(ValidateProposal c, DecisionSession s) {
        MatchProposed p = pending(c.proposal(), s);
        protect(p, s);
        String referent = follower(c, p, s);
        s.decide(PROPOSAL, c.proposal(), new ProposalCommand.Confirm(c.pair(), referent, c.by(), c.at()));
        s.decide(SEATS, seatsOf(p.terms().need()), new SeatsCommand.TakeSeat(c.proposal(), c.pair()));
        s.decide(LOAD, loadOf(p.terms().mentor()), new LoadCommand.TakeCapacity(c.proposal(), c.pair(), referent));
        s.decide(
                REFERENT,
                StreamIds.referentOf(referent),
                new ReferentLoadDecider.Assign(referent, c.pair(), c.limit(), c.override(), c.by(), c.at()));
        return c.pair();
    }

    /** Who validates as a référent, else who follows the need now; where nobody does, who validates begins with it. */
    private static String follower(ValidateProposal c, MatchProposed p, DecisionSession s) {
        if (c.referent() != null) {
            return c.referent();
        }
        return s.state(SEATS, seatsOf(p.terms().need())) instanceof NeedSeats.Open open && open.referent() != null
                ? open.referent()
                : c.by();
    }

    /**
     * No step towards each other while a rule that protects the young person stands between. Streams that are read here
     * and not appended to are safe to rely on: who holds a mentor back or excludes a pairing ends the open proposals in
     * the same decision, so that each step of theirs collides with it.
     */
    static void protect(String need, int line, String mentor, DecisionSession s) {
        if (s.state(SEATS, seatsOf(need)) instanceof NeedSeats.Open open
                && s.state(LOAD, loadOf(mentor)) instanceof MentorLoad.Active load) {
            NeedSeats.Line place = open.lines().get(line);
            if (place != null) {
                Set<LevelBand> bands = s.state(POLICY, PolicyEvent.STREAM).minorMentorBands();
                boolean excluded = open.excludes(line, mentor)
                        || load.structures().contains(open.opening().qualified().structure());
                ProtectiveRule.refusal(new ProtectiveRule.Meeting(place, load, excluded, bands))
                        .ifPresent(refused -> {
                            throw refused;
                        });
            }
        } // what is not there is refused by the rules of the seats and of the load
    }

    private static void protect(MatchProposed p, DecisionSession s) {
        protect(p.terms().need(), p.terms().line(), p.terms().mentor(), s);
    }

    /** What was proposed; where it is decided already, the proposal's own rules say so. */
    static MatchProposed pending(String proposal, DecisionSession s) {
        Proposal state = s.state(PROPOSAL, proposal);
        if (state instanceof Proposal.Pending pending) {
            return pending.proposed();
        }
        throw ProposalDecider.refusal(state);
    }

    /** All that is proposed to a mentor and not confirmed yet, in whatever state. */
    static void cancelAll(String mentor, Side side, DeclineReason reason, DecisionSession s) {
        if (s.state(LOAD, loadOf(mentor)) instanceof MentorLoad.Active active) {
            active.reservations().forEach(proposal -> cancel(proposal, side, reason, s));
        }
    }

    static void cancel(String proposal, Side side, DeclineReason reason, DecisionSession s) {
        MatchProposed open = pending(proposal, s);
        s.decide(PROPOSAL, proposal, new ProposalCommand.Decline(side, reason));
        free(open, false, s);
    }

    /** Both reservations in the same decision (I8). */
    static void free(MatchProposed p, boolean exclude, DecisionSession s) {
        s.decide(SEATS, seatsOf(p.terms().need()), new SeatsCommand.ReleaseSeat(p.stream(), exclude));
        s.decide(LOAD, loadOf(p.terms().mentor()), new LoadCommand.ReleaseCapacity(p.stream()));
    }
}
