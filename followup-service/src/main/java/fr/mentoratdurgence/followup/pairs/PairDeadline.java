package fr.mentoratdurgence.followup.pairs;

/** What passes for a pair by itself. */
public enum PairDeadline {
    /** Nobody has said that the two spoke to each other. */
    FIRST_CONTACT,
    /** What becomes of a place that was kept is to be decided. */
    SEAT_DUE,
    /** A pair that was lent goes back. */
    HAND_BACK
}
