package fr.mentoratdurgence.contracts.vocabulary;

/** Priority audience (FR: public prioritaire). */
public enum PriorityAudience {
    /** Priority education network. */
    REP,
    /** Reinforced priority education network. */
    REP_PLUS,
    /** Priority district of the city policy. */
    QPV,
    /** Remote rural area. */
    RURAL_FRAGILE,
    /** None of these, or one that this version does not know. */
    NONE
}
