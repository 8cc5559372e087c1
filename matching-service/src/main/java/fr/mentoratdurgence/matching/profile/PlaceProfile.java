package fr.mentoratdurgence.matching.profile;

import java.util.List;

/**
 * What a line of a need asks for (FR: ligne de profil). Nothing of the young person but a level band.
 *
 * @param supports wanted kinds of help
 * @param subjects wanted subjects; empty = none in particular
 * @param channels possible channels
 * @param slots    possible slots; empty = any time
 */
public record PlaceProfile(
        LevelBand levelBand,
        List<SupportKind> supports,
        List<Subject> subjects,
        List<Channel> channels,
        List<WeeklySlot> slots) {}
