package fr.mentoratdurgence.followup.pairs;

/** Where a pair stands. */
public enum PairStatus {
    /** It runs. */
    LIVE,
    /** It stopped before its time. */
    INTERRUPTED,
    /** It came to its end. */
    CLOSED
}
