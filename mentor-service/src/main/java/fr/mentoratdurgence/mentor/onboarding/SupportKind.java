package fr.mentoratdurgence.mentor.onboarding;

/** What the hour is for (FR: accompagnement). */
public enum SupportKind {
    HOMEWORK,
    METHOD,
    CULTURE,
    LISTENING,
    ORIENTATION
}
