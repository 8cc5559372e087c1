package fr.mentoratdurgence.followup.safeguarding;

/** Why a closed worry is looked at again. Closed list: add, never rename. */
public enum ConcernReopening {
    /** Something new was heard. */
    NEW_FACTS,
    /** It was closed too soon, or by mistake. */
    CLOSED_TOO_SOON
}
