package fr.mentoratdurgence.followup.care;

/** What the team does about a mentor, one step after the other. */
public enum InterventionStep {
    CALL,
    WARNING,
    /** Nothing new is proposed to the mentor until it ends. */
    PROBATION,
    PROBATION_ENDED
}
