package fr.mentoratdurgence.followup.safeguarding;

/** Why the text of a worry is no longer kept. Closed list: add, never rename. */
public enum TextErasure {
    /** It was kept as long as the policy says. */
    KEEPING_TIME_OVER,
    /** Who wrote it, or whom it is about, was erased. */
    PERSON_ERASED
}
