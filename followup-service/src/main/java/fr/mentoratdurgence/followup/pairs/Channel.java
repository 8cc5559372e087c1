package fr.mentoratdurgence.followup.pairs;

/** How a session was held (FR: canal). */
public enum Channel {
    /** Seen and heard. */
    VIDEO,
    /** Heard. */
    PHONE,
    /** Written. */
    MESSAGING
}
