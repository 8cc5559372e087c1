package fr.mentoratdurgence.contracts.followup.v1;

import org.jspecify.annotations.Nullable;

/**
 * One more side stands for a session or an absence that is told already: it counts once (FR: séance confirmée).
 *
 * <p>Topic {@code followup.v1}, key {@code pair}, type {@code followup.session-confirmed.v1}.
 *
 * @param pair the pair's stream in followup-service
 * @param session id of the session or absence, unique in its pair
 * @param side who confirms it: MENTOR, STRUCTURE or OPERATION
 * @param minutes how long the session was according to this side, which may differ; null for an absence
 */
public record SessionConfirmed(
        String pair, String session, String side, @Nullable Integer minutes) {}
