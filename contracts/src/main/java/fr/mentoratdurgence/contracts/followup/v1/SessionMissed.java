package fr.mentoratdurgence.contracts.followup.v1;

import java.time.LocalDate;

/**
 * A planned session did not take place (FR: absence).
 *
 * <p>Topic {@code followup.v1}, key {@code pair}, type {@code followup.session-missed.v1}.
 *
 * @param pair the pair's stream in followup-service
 * @param session id of the session or absence, unique in its pair
 * @param side who told it: MENTOR, STRUCTURE or OPERATION
 * @param missedBy MENTOR, YOUTH, STRUCTURE or OPERATION
 * @param excused whether it was announced
 * @param plannedOn day it was planned for, Europe/Paris
 */
public record SessionMissed(
        String pair, String session, String side, String missedBy, boolean excused, LocalDate plannedOn) {}
