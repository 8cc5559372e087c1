package fr.mentoratdurgence.followup.care;

/** Why somebody of the team called. */
public enum CallReason {
    FIRST_CONTACT,
    SILENCE,
    ABSENCES,
    HOURS,
    CHECK_IN,
    ORGANISATION,
    END_OF_PAIR,
    OTHER
}
