package fr.mentoratdurgence.matching.profile;

/** Track of a lycée (FR: voie). */
public enum Track {
    /** General and technological. */
    GENERAL_TECHNOLOGICAL,
    /** Vocational. */
    VOCATIONAL
}
