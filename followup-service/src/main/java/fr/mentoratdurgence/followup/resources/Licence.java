package fr.mentoratdurgence.followup.resources;

/** What one may do with a resource. */
public enum Licence {
    /** To be read where it stands; everything else needs the producer's leave. */
    ALL_RIGHTS_RESERVED,
    /** Creative Commons, naming the author. */
    CC_BY,
    /** The same, shared alike. */
    CC_BY_SA,
    /** The same, not for money. */
    CC_BY_NC_SA,
    /** Licence Ouverte of the State. */
    OPEN_LICENCE,
    /** In the public domain. */
    PUBLIC_DOMAIN
}
