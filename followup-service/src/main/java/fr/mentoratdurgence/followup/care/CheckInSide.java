package fr.mentoratdurgence.followup.care;

/** Who is asked how a pair goes; the family answers through the structure. */
public enum CheckInSide {
    MENTOR,
    STRUCTURE,
    REFERENT
}
