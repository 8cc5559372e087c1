package fr.mentoratdurgence.mentor.onboarding;

import fr.mentoratdurgence.contracts.vocabulary.Channel;
import fr.mentoratdurgence.contracts.vocabulary.SupportKind;
import fr.mentoratdurgence.contracts.vocabulary.WeeklySlot;
import java.util.List;

/**
 * What a mentor offers, as matching will read it.
 *
 * @param anywhere accepts pairs with any territory
 * @param capacity pairs at the same time, 1 to 5
 * @param skills   empty: any help without a subject
 * @param slots    empty: any time
 */
public record Offer(
        boolean anywhere,
        int capacity,
        List<Skill> skills,
        List<SupportKind> supports,
        List<Channel> channels,
        List<WeeklySlot> slots) {}
