package fr.mentoratdurgence.matching.profile;

import java.util.List;

/**
 * What an active mentor offers. Nothing that says who it is.
 *
 * @param adult       18 or older
 * @param departement code of the département, such as 94 or 2A
 * @param anywhere    accepts pairs with any territory
 * @param skills      subjects with their levels; empty = any help without a subject
 * @param slots       possible slots; empty = any time
 */
public record MentorProfile(
        boolean adult,
        String departement,
        boolean anywhere,
        List<Skill> skills,
        List<SupportKind> supports,
        List<Channel> channels,
        List<WeeklySlot> slots) {}
