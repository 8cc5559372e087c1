package fr.mentoratdurgence.followup.care;

/** By which way an answer came. */
public enum Via {
    /** Logged in. */
    ACCOUNT,
    /** By the link of a letter. */
    LINK,
    /** Said to the team, which recorded it; who did is in the metadata. */
    TELEPHONE
}
