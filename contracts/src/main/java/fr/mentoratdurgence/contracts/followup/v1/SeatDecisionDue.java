package fr.mentoratdurgence.contracts.followup.v1;

import java.time.LocalDate;

/**
 * The day until which a place was kept has come, and nobody has decided what becomes of it (FR: place à décider).
 *
 * <p>Topic {@code followup.v1}, key {@code pair}, type {@code followup.seat-decision-due.v1}.
 *
 * @param pair the pair's stream in followup-service
 * @param need the need's stream in needs-service
 * @param line line of the need, 1 to n
 * @param seat place on the line, 1 to the line's count; the young person's name is nowhere
 * @param mentor the mentor's stream in mentor-service
 * @param heldUntil day until which the place was kept, Europe/Paris
 */
public record SeatDecisionDue(String pair, String need, int line, int seat, String mentor, LocalDate heldUntil) {}
