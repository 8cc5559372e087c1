package fr.mentoratdurgence.followup.pairs;

/** Why a pair pauses (FR: motif de pause). Closed list: add, never rename. */
public enum PauseReason {
    /** The mentor is not there. */
    MENTOR_AWAY,
    /** The young person is not there. */
    YOUTH_AWAY,
    /** School is closed. */
    HOLIDAYS,
    /** None of the others. */
    OTHER
}
