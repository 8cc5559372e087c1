package fr.mentoratdurgence.contracts.mentors.v1;

import java.time.LocalDate;

/**
 * No proof of good standing of an active mentor counts any longer: nothing is proposed until one is seen again.
 *
 * <p>Topic {@code mentors.v1}, key {@code mentor}, type {@code mentors.good-standing-proof-expired.v1}.
 *
 * @param mentor the mentor's stream in mentor-service
 * @param expiredOn first day without a proof that counts, Europe/Paris
 */
public record GoodStandingProofExpired(String mentor, LocalDate expiredOn) {}
