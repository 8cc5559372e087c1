package fr.mentoratdurgence.planted.clean;

/** As the vocabulary has it. */
enum Channel {
    VIDEO,
    PHONE,
    MESSAGING,
    UNKNOWN
}
