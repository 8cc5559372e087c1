package fr.mentoratdurgence.matching.profile;

import fr.mentoratdurgence.contracts.vocabulary.Channel;
import fr.mentoratdurgence.contracts.vocabulary.LevelBand;
import fr.mentoratdurgence.contracts.vocabulary.Subject;
import fr.mentoratdurgence.contracts.vocabulary.SupportKind;
import fr.mentoratdurgence.contracts.vocabulary.WeeklySlot;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a line of a need asks for (FR: ligne de profil). Nothing of the young person but a level.
 *
 * @param supports   wanted kinds of help; empty = none in particular
 * @param subjects   wanted subjects; empty = none in particular
 * @param channels   possible channels; empty = any
 * @param slots      possible slots; empty = any time
 * @param level      the grades, where they are known more precisely than the band
 * @param language   language that the mentor must speak, ISO 639-1; null = none in particular
 * @param familyLink a family in close contact is assured (primary school); null = was not asked
 */
public record PlaceProfile(
        LevelBand levelBand,
        List<SupportKind> supports,
        List<Subject> subjects,
        List<Channel> channels,
        List<WeeklySlot> slots,
        @Nullable Level level,
        @Nullable String language,
        @Nullable Boolean familyLink) {

    /** A profile without the components that came later. */
    public PlaceProfile(
            LevelBand levelBand,
            List<SupportKind> supports,
            List<Subject> subjects,
            List<Channel> channels,
            List<WeeklySlot> slots) {
        this(levelBand, supports, subjects, channels, slots, null, null, null);
    }

    /** Whether all levels of the line are among these bands. */
    public boolean within(Collection<LevelBand> bands) {
        int allowed = 0;
        for (LevelBand band : bands) {
            allowed |= Level.of(band).mask();
        }
        return (levels() & ~allowed) == 0;
    }

    /** A line of a primary school without a family in close contact: nobody is proposed for it. */
    public boolean lacksFamilyLink() {
        LevelBand youngest = level == null ? levelBand : level.lowestBand();
        return youngest.isPrimary() && Boolean.FALSE.equals(familyLink);
    }

    /** The levels of the line, as {@link Level#mask} has them. */
    public int levels() {
        return (level == null ? Level.of(levelBand) : level).mask();
    }
}
