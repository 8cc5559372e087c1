package fr.mentoratdurgence.contracts.followup.v1;

import java.time.LocalDate;

/**
 * What a pair had planned is planned no more (FR: séance prévue annulée).
 *
 * <p>Topic {@code followup.v1}, key {@code pair}, type {@code followup.session-plan-cancelled.v1}.
 *
 * @param pair the pair's stream in followup-service
 * @param side who says so: MENTOR, STRUCTURE or OPERATION
 * @param cancelledOn day on which it was said, Europe/Paris
 */
public record SessionPlanCancelled(String pair, String side, LocalDate cancelledOn) {}
