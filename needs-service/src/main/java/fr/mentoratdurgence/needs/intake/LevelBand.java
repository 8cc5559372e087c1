package fr.mentoratdurgence.needs.intake;

/** FR: niveau, as coarse as help needs it and no finer: nobody is recognisable by it. */
public enum LevelBand {
    CP_CE2,
    CM1_CM2,
    COLLEGE_6_5,
    COLLEGE_4_3,
    LYCEE_GT,
    LYCEE_PRO;

    /** Whether a family in close contact is needed (FR: famille en lien fort). */
    public boolean isPrimary() {
        return this == CP_CE2 || this == CM1_CM2;
    }
}
