package fr.mentoratdurgence.mentor.identity;

/** In what somebody resembles a mentor who was set aside. */
public enum Likeness {
    /** The same e-mail address. */
    EMAIL,
    /** The same telephone number. */
    PHONE,
    /** The same name in the same département. */
    NAME
}
