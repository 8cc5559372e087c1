package fr.mentoratdurgence.matching.engine;

/** What a pairing earns points for; how many is a matter of the policy. */
public enum Term {
    /** The place belongs to a priority audience. */
    PRIORITY_AUDIENCE,
    /** The need waits since its declaration; never saturates. */
    WAITING,
    /** Wanted subjects that the mentor has at the level. */
    SUBJECTS,
    /** Wanted kinds of help that the mentor gives. */
    SUPPORTS,
    /** Common time in the week. */
    COMMON_TIME,
    /** Place and mentor are in the same département. */
    SAME_DEPARTEMENT
}
