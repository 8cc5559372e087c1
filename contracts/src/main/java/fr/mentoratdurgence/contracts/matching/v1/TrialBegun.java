package fr.mentoratdurgence.contracts.matching.v1;

import java.time.Instant;

/**
 * A named mentor said yes: mentor and structure try whether it suits, and reach each other meanwhile. The trial ends
 * with the proposal: confirmed, declined or expired.
 *
 * <p>Topic {@code matching.v1}, key {@code proposal}, type {@code matching.trial-begun.v1}.
 *
 * @param proposal the proposal's stream in matching-service
 * @param need the need's stream in needs-service
 * @param line line of the need, 1 to n
 * @param seat place on the line, 1 to the line's count; the young person's name is nowhere
 * @param mentor the mentor's stream in mentor-service
 * @param structure the relay structure's stream, from its UAI for a school
 * @param dueAt until when both sides say how it goes
 */
public record TrialBegun(
        String proposal, String need, int line, int seat, String mentor, String structure, Instant dueAt) {}
