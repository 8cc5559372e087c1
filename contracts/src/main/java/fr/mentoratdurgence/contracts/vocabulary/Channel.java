package fr.mentoratdurgence.contracts.vocabulary;

/** How mentor and young person talk (FR: canal). */
public enum Channel {
    /** Seen and heard. */
    VIDEO,
    /** Heard. */
    PHONE,
    /** Written. */
    MESSAGING
}
