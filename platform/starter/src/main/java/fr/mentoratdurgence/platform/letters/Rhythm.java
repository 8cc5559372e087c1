package fr.mentoratdurgence.platform.letters;

/** How a person wants letters that do not have to come. */
public enum Rhythm {
    /** Each when it is due. */
    AT_ONCE,
    /** All of a day in one, in the morning. */
    DAILY,
    /** None; what they say stands on the person's page. */
    NEEDED_ONLY
}
