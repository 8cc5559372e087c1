package fr.mentoratdurgence.reporting.bilan;

import fr.mentoratdurgence.reporting.bilan.Heard.ProposalDeclined;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of one proposal. */
final class ProposalAccount {
    @Nullable
    String origin;

    boolean accepted;
    boolean expired;

    @Nullable
    ProposalDeclined declined;

    static List<Figure> figures(Collection<ProposalAccount> proposals) {
        Tally made = new Tally();
        Tally declinedBySide = new Tally();
        Tally declinedByReason = new Tally();
        long accepted = 0;
        long expired = 0;
        for (ProposalAccount proposal : proposals) {
            accepted += proposal.accepted ? 1 : 0;
            expired += proposal.expired ? 1 : 0;
            if (proposal.origin != null) {
                made.add(proposal.origin);
            }
            if (proposal.declined != null) {
                declinedBySide.add(proposal.declined.side());
                declinedByReason.add(proposal.declined.reason());
            }
        }
        return List.of(
                made.figure(Indicators.PROPOSALS_MADE, Axis.PROPOSAL_ORIGIN),
                Measures.count(Indicators.PROPOSALS_ACCEPTED, accepted),
                new Figure(
                        Indicators.PROPOSALS_DECLINED,
                        BigDecimal.valueOf(declinedBySide.total()),
                        List.of(declinedByReason.breakdown(Axis.DECLINE_REASON), declinedBySide.breakdown(Axis.SIDE))),
                Measures.count(Indicators.PROPOSALS_EXPIRED, expired));
    }
}
