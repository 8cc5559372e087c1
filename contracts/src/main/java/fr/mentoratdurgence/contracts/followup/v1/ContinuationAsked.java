package fr.mentoratdurgence.contracts.followup.v1;

import java.time.LocalDate;

/**
 * Both sides of a pair that is over were asked whether they would go on in person (FR: poursuite demandée).
 *
 * <p>Topic {@code followup.v1}, key {@code pair}, type {@code followup.continuation-asked.v1}.
 *
 * @param pair the pair's stream in followup-service
 * @param need the need's stream in needs-service
 * @param mentor the mentor's stream in mentor-service
 * @param askedOn day, Europe/Paris
 */
public record ContinuationAsked(String pair, String need, String mentor, LocalDate askedOn) {}
