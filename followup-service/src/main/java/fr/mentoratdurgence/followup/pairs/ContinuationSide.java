package fr.mentoratdurgence.followup.pairs;

/** Who answers whether a pair goes on in person (FR: poursuite en présentiel). */
public enum ContinuationSide {
    /** The mentor. */
    MENTOR,
    /** The young person and the family, as told by others. */
    YOUTH,
    /** The relay structure. */
    STRUCTURE,
    /** The member association that would take over. */
    ASSOCIATION
}
