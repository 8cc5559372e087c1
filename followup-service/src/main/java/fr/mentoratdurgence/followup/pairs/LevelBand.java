package fr.mentoratdurgence.followup.pairs;

/** The band of school levels of a place (FR: niveau). */
public enum LevelBand {
    /** First years of primary school. */
    CP_CE2,
    /** Last years of primary school. */
    CM1_CM2,
    /** First years of collège. */
    COLLEGE_6_5,
    /** Last years of collège. */
    COLLEGE_4_3,
    /** General or technological lycée. */
    LYCEE_GT,
    /** Vocational lycée. */
    LYCEE_PRO,
    /** A band that this version does not know yet: the pair opens all the same. */
    UNKNOWN;

    /** The band of a code that another service sent. */
    public static LevelBand of(String code) {
        for (LevelBand band : values()) {
            if (band.name().equals(code)) {
                return band;
            }
        }
        return UNKNOWN;
    }
}
