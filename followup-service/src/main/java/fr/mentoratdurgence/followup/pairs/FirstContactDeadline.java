package fr.mentoratdurgence.followup.pairs;

/** What passes where nobody confirms that the two of a pair have spoken. */
public enum FirstContactDeadline {
    FIRST_CONTACT
}
