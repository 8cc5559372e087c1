package fr.mentoratdurgence.contracts.mentors.v1;

import java.time.LocalDate;
import java.util.List;

/**
 * All conditions are met: the mentor may be matched.
 *
 * <p>Topic {@code mentors.v1}, key {@code mentor}, type {@code mentors.mentor-activated.v1}.
 *
 * @param mentor the mentor's stream in mentor-service
 * @param adult 18 or older
 * @param departement code of the département, such as 94, 2A or 974
 * @param anywhere accepts pairs at a distance with any territory
 * @param capacity pairs at the same time, 1 to 5
 * @param skills subjects with their level bands; empty = any help without a subject
 * @param supports HOMEWORK, METHOD, CULTURE, LISTENING, ORIENTATION
 * @param channels VIDEO, PHONE, MESSAGING
 * @param slots when it is possible each week; empty = any time
 * @param activatedOn day, Europe/Paris
 */
public record MentorActivated(
        String mentor,
        boolean adult,
        String departement,
        boolean anywhere,
        int capacity,
        List<Skill> skills,
        List<String> supports,
        List<String> channels,
        List<WeeklySlot> slots,
        LocalDate activatedOn) {}
