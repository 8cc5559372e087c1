package fr.mentoratdurgence.followup.care;

/** What somebody says of a pair beside how well it goes. */
public enum CheckInTheme {
    REGULAR_SESSIONS,
    GOOD_RELATION,
    PROGRESS,
    HARD_TO_REACH,
    TIMES_DO_NOT_SUIT,
    EQUIPMENT,
    LEVEL_TOO_FAR,
    MOTIVATION,
    MENTOR_NEEDS_HELP,
    FAMILY_PLEASED,
    FAMILY_WORRIED
}
