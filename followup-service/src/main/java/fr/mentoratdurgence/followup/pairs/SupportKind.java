package fr.mentoratdurgence.followup.pairs;

/** What a session was about (FR: accompagnement). The same codes as what a structure asks for. */
public enum SupportKind {
    /** Help with the work that school asks for. */
    HOMEWORK,
    /** How to learn and to plan. */
    METHOD,
    /** What lies beyond school. */
    CULTURE,
    /** To be listened to and encouraged. */
    LISTENING,
    /** What to do afterwards. */
    ORIENTATION
}
