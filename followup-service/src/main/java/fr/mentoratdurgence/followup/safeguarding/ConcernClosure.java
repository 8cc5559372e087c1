package fr.mentoratdurgence.followup.safeguarding;

/** How a worry ended. Closed list: add, never rename. */
public enum ConcernClosure {
    /** Looked into: no danger. */
    NO_DANGER,
    /** It is in the hands of those whose task it is. */
    HANDED_TO_AUTHORITIES,
    /** The mentor was held to protect young people, and does not come back. */
    MENTOR_EXCLUDED,
    /** The young person or the pair was helped. */
    SUPPORT_GIVEN,
    /** It was no worry at all. */
    RAISED_BY_MISTAKE,
    /** None of the others. */
    OTHER
}
