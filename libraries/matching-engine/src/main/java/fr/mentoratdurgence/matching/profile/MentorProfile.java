package fr.mentoratdurgence.matching.profile;

import fr.mentoratdurgence.contracts.vocabulary.Channel;
import fr.mentoratdurgence.contracts.vocabulary.SupportKind;
import fr.mentoratdurgence.contracts.vocabulary.WeeklySlot;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an active mentor offers. Nothing that says who it is.
 *
 * @param adult       18 or older
 * @param departement code of the département, such as 94 or 2A
 * @param anywhere    accepts pairs with any territory
 * @param skills      subjects with their levels; empty = any help without a subject
 * @param supports    kinds of help; empty = any
 * @param channels    possible channels; empty = any
 * @param slots       possible slots; empty = any time
 * @param languages   languages spoken, ISO 639-1; empty or null = French
 * @param activeSince day of the activation, Europe/Paris; null = not known
 */
public record MentorProfile(
        boolean adult,
        String departement,
        boolean anywhere,
        List<Skill> skills,
        List<SupportKind> supports,
        List<Channel> channels,
        List<WeeklySlot> slots,
        @Nullable List<String> languages,
        @Nullable LocalDate activeSince) {}
