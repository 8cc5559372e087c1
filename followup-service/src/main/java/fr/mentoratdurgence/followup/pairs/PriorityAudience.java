package fr.mentoratdurgence.followup.pairs;

/** The priority audience of a need (FR: public prioritaire). */
public enum PriorityAudience {
    /** Priority education network. */
    REP,
    /** Reinforced priority education network. */
    REP_PLUS,
    /** Priority district of city policy. */
    QPV,
    /** Fragile rural area. */
    RURAL_FRAGILE,
    /** None of them. */
    NONE,
    /** An audience that this version does not know yet: the pair opens all the same. */
    UNKNOWN;

    /** The audience of a code that another service sent. */
    public static PriorityAudience of(String code) {
        for (PriorityAudience audience : values()) {
            if (audience.name().equals(code)) {
                return audience;
            }
        }
        return UNKNOWN;
    }
}
