package fr.mentoratdurgence.contracts.mentors.v1;

import java.time.LocalDate;

/**
 * A proof of good standing was seen again after the last one had expired.
 *
 * <p>Topic {@code mentors.v1}, key {@code mentor}, type {@code mentors.good-standing-proof-renewed.v1}.
 *
 * @param mentor the mentor's stream in mentor-service
 * @param renewedOn day on which it was seen, Europe/Paris
 */
public record GoodStandingProofRenewed(String mentor, LocalDate renewedOn) {}
