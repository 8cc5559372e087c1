package fr.mentoratdurgence.followup.safeguarding;

/** Where a worry stands. */
public enum ConcernStatus {
    /** Nobody of the team has taken it. */
    WAITING,
    /** Somebody answers for it. */
    TAKEN,
    /** It is settled. */
    CLOSED
}
