package fr.mentoratdurgence.followup.pairs;

/** Where the last proposal to go on in person stands. */
public enum ContinuationStatus {
    /** Nobody has answered yet. */
    PROPOSED,
    /** All agree: the association takes over. */
    AGREED,
    /** Somebody said no. */
    DECLINED
}
