package fr.mentoratdurgence.contracts.followup.v1;

import java.time.LocalDate;

/**
 * A side is asked how a pair goes (FR: point d’étape).
 *
 * <p>Topic {@code followup.v1}, key {@code pair}, type {@code followup.check-in-scheduled.v1}.
 *
 * @param pair the pair's stream in followup-service
 * @param number which time it is, from 1
 * @param side who is asked: MENTOR, STRUCTURE or REFERENT
 * @param need the need's stream in needs-service
 * @param mentor the mentor's stream in mentor-service
 * @param dueOn day on which it is asked by the rules, Europe/Paris
 * @param answerBy last day on which an answer is in time, Europe/Paris
 * @param policy version of the rules of follow-up, from 1
 */
public record CheckInScheduled(
        String pair,
        int number,
        String side,
        String need,
        String mentor,
        LocalDate dueOn,
        LocalDate answerBy,
        int policy) {}
