package fr.mentoratdurgence.contracts.followup.v1;

import java.time.LocalDate;
import java.util.List;

/**
 * A session took place (FR: séance).
 *
 * <p>Topic {@code followup.v1}, key {@code pair}, type {@code followup.session-held.v1}.
 *
 * @param pair the pair's stream in followup-service
 * @param session id of the session or absence, unique in its pair
 * @param side who told it: MENTOR, STRUCTURE or OPERATION
 * @param minutes length in minutes, 1 to 240
 * @param channel VIDEO, PHONE or MESSAGING
 * @param heldOn day of the session, Europe/Paris
 * @param support what it was about, as far as that was told: codes of kinds of support
 */
public record SessionHeld(
        String pair,
        String session,
        String side,
        int minutes,
        String channel,
        LocalDate heldOn,
        List<String> support) {}
