package fr.mentoratdurgence.matching.profile;

import fr.mentoratdurgence.contracts.vocabulary.LevelBand;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Grades from one to another, both included. The platform itself only keeps bands, so that a place says little of the
 * young person; files from elsewhere may name grades.
 *
 * @param track of the grades that are in a lycée; null = both
 */
public record Level(Grade from, Grade to, @Nullable Track track) {
    private static final Map<LevelBand, Level> BANDS = new EnumMap<>(Map.of(
            LevelBand.CP_CE2, new Level(Grade.CP, Grade.CE2, null),
            LevelBand.CM1_CM2, new Level(Grade.CM1, Grade.CM2, null),
            LevelBand.COLLEGE_6_5, new Level(Grade.SIXIEME, Grade.CINQUIEME, null),
            LevelBand.COLLEGE_4_3, new Level(Grade.QUATRIEME, Grade.TROISIEME, null),
            LevelBand.LYCEE_GT, new Level(Grade.SECONDE, Grade.TERMINALE, Track.GENERAL_TECHNOLOGICAL),
            LevelBand.LYCEE_PRO, new Level(Grade.SECONDE, Grade.TERMINALE, Track.VOCATIONAL)));

    /** Refuses a range that is upside down. */
    public Level {
        if (from.compareTo(to) > 0) {
            throw new IllegalArgumentException("a level from " + from + " down to " + to);
        }
    }

    /** The grades of a band. */
    public static Level of(LevelBand band) {
        return Objects.requireNonNull(BANDS.get(band));
    }

    /** The cells of the level as bits: the grades up to troisième, then those of each track of the lycée. */
    @SuppressWarnings("EnumOrdinal") // bit positions within one computation, never stored
    public int mask() {
        int mask = 0;
        for (Grade grade : Grade.values()) {
            if (from.compareTo(grade) <= 0 && grade.compareTo(to) <= 0) {
                if (!grade.lycee() || track != Track.VOCATIONAL) {
                    mask |= 1 << grade.ordinal();
                }
                if (grade.lycee() && track != Track.GENERAL_TECHNOLOGICAL) {
                    mask |= 1 << (grade.ordinal() + Grade.values().length - Grade.SECONDE.ordinal());
                }
            }
        }
        return mask;
    }

    /** The youngest band that has a grade of this level. */
    public LevelBand lowestBand() {
        for (LevelBand band : LevelBand.values()) {
            if ((of(band).mask() & mask()) != 0) {
                return band;
            }
        }
        throw new IllegalStateException(toString());
    }

    /** The oldest band that has a grade of this level. */
    public LevelBand highestBand() {
        LevelBand highest = lowestBand();
        for (LevelBand band : LevelBand.values()) {
            if ((of(band).mask() & mask()) != 0) {
                highest = band;
            }
        }
        return highest;
    }
}
