package fr.mentoratdurgence.contracts.followup.v1;

import java.time.LocalDate;

/**
 * A session took place (FR: séance).
 *
 * <p>Topic {@code followup.v1}, key {@code pair}, type {@code followup.session-held.v1}.
 *
 * @param pair the pair's stream in followup-service
 * @param session id of the session or absence, unique in its pair
 * @param minutes length in minutes, 1 to 240
 * @param channel VIDEO, PHONE or MESSAGING
 * @param heldOn day of the session, Europe/Paris
 */
public record SessionHeld(String pair, String session, int minutes, String channel, LocalDate heldOn) {}
