package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.matching.proposing.Proposal.Confirmed;
import fr.mentoratdurgence.matching.proposing.Proposal.Declined;
import fr.mentoratdurgence.matching.proposing.Proposal.Expired;
import fr.mentoratdurgence.matching.proposing.Proposal.None;
import fr.mentoratdurgence.matching.proposing.Proposal.Pending;
import fr.mentoratdurgence.matching.proposing.ProposalCommand.Accept;
import fr.mentoratdurgence.matching.proposing.ProposalCommand.Confirm;
import fr.mentoratdurgence.matching.proposing.ProposalCommand.Decline;
import fr.mentoratdurgence.matching.proposing.ProposalCommand.Expire;
import fr.mentoratdurgence.matching.proposing.ProposalCommand.Open;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.MatchConfirmed;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.MatchProposed;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.ProposalAcceptedByMentor;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.ProposalDeclined;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.ProposalExpired;
import fr.mentoratdurgence.platform.domain.Decider;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.util.List;

/** The rules of a proposal: it is decided once (I8), by the mentor first and then by the référent. */
final class ProposalDecider {
    static final Decider<ProposalCommand, Proposal, ProposalEvent> PROPOSAL =
            new Decider<>("Proposal", new None(), ProposalDecider::decide, ProposalDecider::evolve);

    private ProposalDecider() {}

    private record Case(Proposal proposal, ProposalCommand command) {}

    private static List<ProposalEvent> decide(ProposalCommand command, Proposal proposal) {
        return switch (new Case(proposal, command)) {
            case Case(None _, Open c) -> List.of(c.proposed());
            case Case(Pending pending, Accept c) -> accept(pending, c);
            case Case(Pending(MatchProposed p, boolean _), Decline c) ->
                List.of(new ProposalDeclined(
                        p.stream(), p.need(), p.line(), p.seat(), p.mentor(), c.side(), c.reason()));
            case Case(Pending pending, Expire c) -> expire(pending, c);
            case Case(Pending pending, Confirm c) -> confirm(pending, c);

            case Case(Pending _, Open _) -> throw new Rejection(ProposalRejection.PROPOSAL_EXISTS);
            case Case(None none, ProposalCommand _) -> throw refusal(none);
            case Case(Confirmed done, ProposalCommand _) -> throw refusal(done);
            case Case(Declined done, ProposalCommand _) -> throw refusal(done);
            case Case(Expired done, ProposalCommand _) -> throw refusal(done);
        };
    }

    /** Why nothing can be done with a proposal that is not pending. */
    static Rejection refusal(Proposal proposal) {
        return switch (proposal) {
            case None _ -> new Rejection(ProposalRejection.NO_SUCH_PROPOSAL);
            case Pending _ -> new Rejection(ProposalRejection.PROPOSAL_EXISTS);
            case Confirmed done ->
                new Rejection(ProposalRejection.ALREADY_CONFIRMED, Winner.details(done.by(), done.at()));
            case Declined _ -> new Rejection(ProposalRejection.PROPOSAL_DECLINED);
            case Expired _ -> new Rejection(ProposalRejection.PROPOSAL_EXPIRED);
        };
    }

    private static Proposal evolve(Proposal proposal, ProposalEvent event) {
        return switch (event) {
            case MatchProposed e -> new Pending(e, false);
            case ProposalAcceptedByMentor _ ->
                proposal instanceof Pending(MatchProposed p, boolean _) ? new Pending(p, true) : proposal;
            case ProposalDeclined _ -> new Declined();
            case ProposalExpired _ -> new Expired();
            case MatchConfirmed e -> new Confirmed(e.confirmedBy(), e.confirmedAt());
        };
    }

    private static List<ProposalEvent> accept(Pending pending, Accept c) {
        MatchProposed p = pending.proposed();
        if (pending.accepted()) {
            return List.of();
        }
        if (!c.at().isBefore(p.expiresAt())) {
            throw new Rejection(ProposalRejection.PROPOSAL_EXPIRED);
        }
        return List.of(new ProposalAcceptedByMentor(p.stream(), p.need(), p.line(), p.seat(), p.mentor()));
    }

    private static List<ProposalEvent> expire(Pending pending, Expire c) {
        MatchProposed p = pending.proposed();
        if (pending.accepted() || c.at().isBefore(p.expiresAt())) {
            throw new Rejection(ProposalRejection.NOT_DUE);
        }
        return List.of(new ProposalExpired(p.stream(), p.need(), p.line(), p.seat(), p.mentor()));
    }

    private static List<ProposalEvent> confirm(Pending pending, Confirm c) {
        if (!pending.accepted()) {
            throw new Rejection(ProposalRejection.NOT_ACCEPTED_YET);
        }
        MatchProposed p = pending.proposed();
        return List.of(new MatchConfirmed(
                p.stream(),
                c.pair(),
                p.need(),
                p.line(),
                p.seat(),
                p.mentor(),
                p.structure(),
                c.referent() != null ? c.referent() : p.referent(),
                p.departement(),
                p.academie(),
                p.levelBand(),
                p.priorityAudience(),
                p.needDeclaredOn(),
                c.by(),
                c.at()));
    }
}
