package fr.mentoratdurgence.contracts.vocabulary;

/**
 * Levels of the French school (FR: niveau), youngest first: the order is part of the meaning; the two kinds of lycée
 * stand side by side. As coarse as help needs it and no finer: nobody is recognisable by it.
 */
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
    LYCEE_PRO;

    /** Whether pupils of this band go to a primary school: a family in close contact is needed (FR: famille en lien fort). */
    public boolean isPrimary() {
        return compareTo(CM1_CM2) <= 0;
    }
}
