package fr.mentoratdurgence.followup.resources;

/** For whom a resource is. */
public enum ResourceSide {
    /** The mentor, to prepare a session and to use in it. */
    MENTOR,
    /** The structure. */
    STRUCTURE,
    /** The young person and the family, through the structure. */
    FAMILY
}
