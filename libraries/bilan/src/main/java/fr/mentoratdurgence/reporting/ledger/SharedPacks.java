package fr.mentoratdurgence.reporting.ledger;

/** Streams of what was shared for a need; the facts of all of them stand in {@link FollowUp}. */
public final class SharedPacks extends LedgerAccounts {

    void join(SharedPacks other) {
        rowsOf(other);
    }
}
