package fr.mentoratdurgence.contracts.vocabulary;

/** School subject (FR: matière). */
public enum Subject {
    READING_WRITING,
    FRENCH,
    MATHS,
    ENGLISH,
    SPANISH,
    GERMAN,
    HISTORY_GEOGRAPHY,
    LIFE_SCIENCES,
    PHYSICS_CHEMISTRY,
    TECHNOLOGY,
    ECONOMICS,
    PHILOSOPHY,
    FRENCH_AS_SECOND_LANGUAGE
}
