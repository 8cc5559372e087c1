package fr.mentoratdurgence.followup.care;

/** With whom somebody of the team spoke about a pair. */
public enum CallPartner {
    MENTOR,
    STRUCTURE,
    FAMILY
}
