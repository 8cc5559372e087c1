package fr.mentoratdurgence.needs.intake;

/** FR: besoin pédagogique, the kind of help asked for. */
public enum SupportKind {
    HOMEWORK,
    METHOD,
    CULTURE,
    LISTENING,
    ORIENTATION
}
