package fr.mentoratdurgence.matching.whatif;

/** Who says yes in the simulation. */
public enum Acceptance {
    /** As many as said yes in the season that was recorded. */
    RECORDED,
    /** Everybody. */
    ALL
}
