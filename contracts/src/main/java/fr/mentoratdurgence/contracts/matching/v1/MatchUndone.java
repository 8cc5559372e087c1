package fr.mentoratdurgence.contracts.matching.v1;

/**
 * A match was confirmed by mistake, and its pair never was: the proposal waits for a référent again.
 *
 * <p>Topic {@code matching.v1}, key {@code proposal}, type {@code matching.match-undone.v1}.
 *
 * @param proposal the proposal's stream in matching-service
 * @param pair the pair's stream in followup-service
 * @param need the need's stream in needs-service
 * @param line line of the need, 1 to n
 * @param seat place on the line, 1 to the line's count; the young person's name is nowhere
 * @param mentor the mentor's stream in mentor-service
 */
public record MatchUndone(String proposal, String pair, String need, int line, int seat, String mentor) {}
