package fr.mentoratdurgence.reporting.ledger;

/** Takes facts as they are read: a ledger, or the writer of a segment. */
public interface Entries {
    /** Whether a fact of this record time is of interest: what is not need not even be decoded. */
    boolean reaches(long recordedAt);

    /** Takes a complete fact. */
    void enter(Entry e);

    /**
     * Takes a fact that moves no account.
     *
     * @param source number of the service that told it, among names
     * @param type number of its type, among names
     */
    void enterUncounted(Uncounted why, int source, int type, long recordedAt, Id event);
}
