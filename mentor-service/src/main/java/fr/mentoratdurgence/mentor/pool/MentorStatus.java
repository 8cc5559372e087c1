package fr.mentoratdurgence.mentor.pool;

/** Where a mentor stands, in one word. */
public enum MentorStatus {
    APPLIED,
    ACTIVE,
    REFUSED,
    WITHDRAWN,
    ERASED
}
