package fr.mentoratdurgence.matching.profile;

import fr.mentoratdurgence.contracts.vocabulary.LevelBand;
import fr.mentoratdurgence.contracts.vocabulary.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A subject that a mentor can help with, from one level band up to another.
 *
 * @param level the grades, where they are known more precisely than the bands
 */
public record Skill(
        Subject subject,
        LevelBand fromBand,
        LevelBand toBand,
        @Nullable Level level) {

    /** A skill in whole bands. */
    public Skill(Subject subject, LevelBand fromBand, LevelBand toBand) {
        this(subject, fromBand, toBand, null);
    }

    /** A skill in grades. */
    public static Skill of(Subject subject, Level level) {
        return new Skill(subject, level.lowestBand(), level.highestBand(), level);
    }

    /** The levels that the skill reaches, as {@link Level#mask} has them. */
    public int levels() {
        if (level != null) {
            return level.mask();
        }
        int mask = 0;
        for (LevelBand band : LevelBand.values()) {
            if (fromBand.compareTo(band) <= 0 && band.compareTo(toBand) <= 0) {
                mask |= Level.of(band).mask();
            }
        }
        return mask;
    }
}
