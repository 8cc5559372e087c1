package fr.mentoratdurgence.followup.pairs;

/** Who a fact about a pair comes from (FR: côté). The young person is a side, never a user. */
public enum Side {
    /** The mentor. */
    MENTOR,
    /** The young person, as told by others. */
    YOUTH,
    /** The relay structure. */
    STRUCTURE,
    /** The operation's own staff. */
    OPERATION
}
