package fr.mentoratdurgence.matching.profile;

/** Kind of help (FR: besoins pédagogiques). */
public enum SupportKind {
    /** Help with homework. */
    HOMEWORK,
    /** Learning to organise one's work. */
    METHOD,
    /** Opening up to culture. */
    CULTURE,
    /** A listening ear. */
    LISTENING,
    /** Choice of studies. */
    ORIENTATION
}
