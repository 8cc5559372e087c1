package fr.mentoratdurgence.matching.engine;

/** What earns points; how many is a matter of the policy. The first two say who comes first, the others who suits. */
public enum Term {
    /** The place belongs to a priority audience. */
    PRIORITY_AUDIENCE,
    /** The need waits since its declaration; never saturates. */
    WAITING,
    /** Wanted subjects that the mentor has at the level. */
    SUBJECTS,
    /** Wanted subjects that the mentor does not have at the level: takes points away. */
    SUBJECTS_MISSING,
    /** Wanted kinds of help that the mentor gives. */
    SUPPORTS,
    /** Common time in the week. */
    COMMON_TIME,
    /** Place and mentor are in the same département. */
    SAME_DEPARTEMENT,
    /** The mentor has been waiting since the activation. */
    MENTOR_WAITING
}
