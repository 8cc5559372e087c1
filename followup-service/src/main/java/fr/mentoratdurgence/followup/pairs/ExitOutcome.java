package fr.mentoratdurgence.followup.pairs;

/** What a side says of a pair after its end (FR: entretien de fin). Closed list: add, never rename. */
public enum ExitOutcome {
    /** It has changed something. */
    HELPED_A_LOT,
    /** It was good to have. */
    HELPED,
    /** Not much came of it. */
    HELPED_LITTLE,
    /** It did not suit. */
    DID_NOT_HELP
}
