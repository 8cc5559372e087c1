package fr.mentoratdurgence.contracts.followup.v1;

import java.time.LocalDate;
import java.util.List;

/**
 * A session was otherwise than told: the first half of this is taken back, the second is true (FR: séance corrigée).
 *
 * <p>Topic {@code followup.v1}, key {@code pair}, type {@code followup.session-corrected.v1}.
 *
 * @param pair the pair's stream in followup-service
 * @param session id of the session or absence, unique in its pair
 * @param side who corrects it: MENTOR, STRUCTURE or OPERATION
 * @param reason why, such as MISTYPED, WRONG_DAY, TOLD_TWICE or TAKEN_BACK
 * @param wasMinutes length as told before, in minutes
 * @param wasChannel channel as told before
 * @param wasHeldOn day as told before, Europe/Paris
 * @param wasSupport what it was about, as told before
 * @param minutes length in minutes, 1 to 240
 * @param channel VIDEO, PHONE or MESSAGING
 * @param heldOn day of the session, Europe/Paris
 * @param support what it was about, as far as that was told
 */
public record SessionCorrected(
        String pair,
        String session,
        String side,
        String reason,
        int wasMinutes,
        String wasChannel,
        LocalDate wasHeldOn,
        List<String> wasSupport,
        int minutes,
        String channel,
        LocalDate heldOn,
        List<String> support) {}
