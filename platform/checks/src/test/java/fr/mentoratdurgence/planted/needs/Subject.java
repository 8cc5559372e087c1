package fr.mentoratdurgence.planted.needs;

/** Lacks most subjects, and has one of its own. */
enum Subject {
    MATHS,
    ASTROLOGY,
    UNKNOWN
}
