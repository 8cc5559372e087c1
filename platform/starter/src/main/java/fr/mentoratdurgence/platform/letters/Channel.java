package fr.mentoratdurgence.platform.letters;

/** How a person wants to hear what cannot wait; everything else is a letter. */
public enum Channel {
    /** A letter, like everything. */
    EMAIL,
    /** A short message. */
    SMS,
    /** Somebody calls. */
    TELEPHONE
}
