package fr.mentoratdurgence.contracts.followup.v1;

import java.time.LocalDate;

/**
 * A side says whether it would go on in person; the last word of each counts (FR: souhait de poursuite).
 *
 * <p>Topic {@code followup.v1}, key {@code pair}, type {@code followup.continuation-answered.v1}.
 *
 * @param pair the pair's stream in followup-service
 * @param side who says so: MENTOR, or STRUCTURE for the young person and the family
 * @param agrees yes or no
 * @param answeredOn day, Europe/Paris
 */
public record ContinuationAnswered(String pair, String side, boolean agrees, LocalDate answeredOn) {}
