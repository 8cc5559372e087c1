package fr.mentoratdurgence.reporting.ledger;

/**
 * Streams beside those of pairs, of how they are accompanied: each has the id of its pair and numbers of its own. Their facts
 * stand in {@link FollowUp}.
 */
public final class PairCare extends LedgerAccounts {

    void join(PairCare other) {
        rowsOf(other);
    }
}
