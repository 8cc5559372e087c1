package fr.mentoratdurgence.matching.profile;

/** How the two talk (FR: moyen de contact). */
public enum Channel {
    /** Video call. */
    VIDEO,
    /** Telephone. */
    PHONE,
    /** Messages. */
    MESSAGING
}
