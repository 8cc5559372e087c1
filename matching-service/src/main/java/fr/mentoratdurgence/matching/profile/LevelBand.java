package fr.mentoratdurgence.matching.profile;

/** Level of the young person (FR: niveau), youngest first; the two kinds of lycée stand side by side. */
public enum LevelBand {
    /** Cours préparatoire to cours élémentaire 2. */
    CP_CE2,
    /** Cours moyen. */
    CM1_CM2,
    /** First two years of collège. */
    COLLEGE_6_5,
    /** Last two years of collège. */
    COLLEGE_4_3,
    /** General and technological lycée. */
    LYCEE_GT,
    /** Vocational lycée. */
    LYCEE_PRO
}
