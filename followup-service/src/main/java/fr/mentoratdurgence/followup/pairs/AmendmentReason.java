package fr.mentoratdurgence.followup.pairs;

/** Why what was told of a session is mended or taken back. Closed list: add, never rename. */
public enum AmendmentReason {
    /** A figure or a choice was mistyped. */
    MISTYPED,
    /** It was another day. */
    WRONG_DAY,
    /** It belongs to another pair. */
    WRONG_PAIR,
    /** The same session was told twice. */
    TOLD_TWICE,
    /** What was told as held did not take place, or the other way round. */
    OTHERWISE,
    /** The two sides told it differently, and now agree. */
    AGREED_BETWEEN_SIDES,
    /** Undone at once, by whoever had told it. */
    TAKEN_BACK
}
