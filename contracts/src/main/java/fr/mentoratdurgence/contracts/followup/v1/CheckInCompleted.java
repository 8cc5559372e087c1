package fr.mentoratdurgence.contracts.followup.v1;

import java.time.LocalDate;
import java.util.List;

/**
 * A side said how a pair goes (FR: réponse au point d’étape).
 *
 * <p>Topic {@code followup.v1}, key {@code pair}, type {@code followup.check-in-completed.v1}.
 *
 * @param pair the pair's stream in followup-service
 * @param number which time it was, from 1
 * @param side who says so: MENTOR, STRUCTURE or REFERENT
 * @param health from 1, badly, to 5, very well
 * @param themes closed themes, such as REGULAR_SESSIONS or TIMES_DO_NOT_SUIT
 * @param via by which way: ACCOUNT, LINK or TELEPHONE
 * @param answeredOn day of the answer, Europe/Paris
 */
public record CheckInCompleted(
        String pair, int number, String side, int health, List<String> themes, String via, LocalDate answeredOn) {}
