package fr.mentoratdurgence.followup.safeguarding;

/** What was done about a worry. Closed list: add, never rename. The team investigates nothing itself. */
public enum ConcernStep {
    /** The structure, which knows the young person, was called. */
    STRUCTURE_CALLED,
    /** Nobody answered at the structure. */
    STRUCTURE_NOT_REACHED,
    /** Who raised the worry was called back. */
    CALLED_BACK,
    /** The mentor was heard. */
    MENTOR_HEARD,
    /** The structure called the 119, or wrote to the CRIP of its département. */
    CRIP_INFORMED_BY_STRUCTURE,
    /** The team wrote to the CRIP itself: the structure could not, or the worry is about it. */
    CRIP_INFORMED,
    /** Police, gendarmerie or the public prosecutor were told. */
    AUTHORITIES_INFORMED,
    /** The two do not meet for the time being. */
    PAIR_PAUSED
}
