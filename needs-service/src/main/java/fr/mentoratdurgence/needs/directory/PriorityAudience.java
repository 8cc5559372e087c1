package fr.mentoratdurgence.needs.directory;

/** FR: public prioritaire. */
public enum PriorityAudience {
    REP,
    REP_PLUS,
    QPV,
    RURAL_FRAGILE,
    NONE
}
