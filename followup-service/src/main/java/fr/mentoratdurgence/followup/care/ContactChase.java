package fr.mentoratdurgence.followup.care;

/** Which step follows where nobody says that the two of a pair have spoken; before it both sides got a letter. */
public enum ContactChase {
    /** The référent calls. */
    REFERENT_CALLS,
    /** It is an alert. */
    ALERT
}
