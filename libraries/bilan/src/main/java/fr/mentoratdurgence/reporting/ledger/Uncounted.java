package fr.mentoratdurgence.reporting.ledger;

/** Why a fact moves no account. */
public enum Uncounted {
    /** A public event that no figure reads. */
    UNREAD,
    /** A type, or a newer version of a type, that this build does not know. */
    UNKNOWN,
    /** A known type whose body is not as its contract says. */
    UNREADABLE
}
