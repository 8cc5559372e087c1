package fr.mentoratdurgence.matching.profile;

import org.jspecify.annotations.Nullable;

/** Level of the young person (FR: niveau), youngest first; the two kinds of lycée stand side by side. */
@SuppressWarnings("ImmutableEnumChecker") // a record of enums
public enum LevelBand {
    /** Cours préparatoire to cours élémentaire 2. */
    CP_CE2(Grade.CP, Grade.CE2, null),
    /** Cours moyen. */
    CM1_CM2(Grade.CM1, Grade.CM2, null),
    /** First two years of collège. */
    COLLEGE_6_5(Grade.SIXIEME, Grade.CINQUIEME, null),
    /** Last two years of collège. */
    COLLEGE_4_3(Grade.QUATRIEME, Grade.TROISIEME, null),
    /** General and technological lycée. */
    LYCEE_GT(Grade.SECONDE, Grade.TERMINALE, Track.GENERAL_TECHNOLOGICAL),
    /** Vocational lycée. */
    LYCEE_PRO(Grade.SECONDE, Grade.TERMINALE, Track.VOCATIONAL);

    private final Level level;

    LevelBand(Grade from, Grade to, @Nullable Track track) {
        level = new Level(from, to, track);
    }

    /** The grades of the band. */
    public Level level() {
        return level;
    }

    /** Whether pupils of this band go to a primary school. */
    public boolean primary() {
        return compareTo(CM1_CM2) <= 0;
    }
}
