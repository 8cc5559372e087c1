package fr.mentoratdurgence.contracts.vocabulary;

/** Kind of help: what is asked for, offered, and what an hour was about (FR: accompagnement). */
public enum SupportKind {
    /** Help with the work that school asks for. */
    HOMEWORK,
    /** How to learn and to plan. */
    METHOD,
    /** What lies beyond school. */
    CULTURE,
    /** To be listened to and encouraged. */
    LISTENING,
    /** What to do afterwards: the choice of studies. */
    ORIENTATION
}
