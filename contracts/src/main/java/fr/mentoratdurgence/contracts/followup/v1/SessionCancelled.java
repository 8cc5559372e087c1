package fr.mentoratdurgence.contracts.followup.v1;

import java.time.LocalDate;
import java.util.List;

/**
 * A session that was told did not take place like this at all; names what is taken back (FR: séance retirée).
 *
 * <p>Topic {@code followup.v1}, key {@code pair}, type {@code followup.session-cancelled.v1}.
 *
 * @param pair the pair's stream in followup-service
 * @param session id of the session or absence, unique in its pair
 * @param side who takes it back: MENTOR, STRUCTURE or OPERATION
 * @param reason why, such as MISTYPED, WRONG_DAY, TOLD_TWICE or TAKEN_BACK
 * @param minutes length as told, in minutes
 * @param channel channel as told
 * @param heldOn day as told, Europe/Paris
 * @param support what it was about, as told
 */
public record SessionCancelled(
        String pair,
        String session,
        String side,
        String reason,
        int minutes,
        String channel,
        LocalDate heldOn,
        List<String> support) {}
