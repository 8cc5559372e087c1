package fr.mentoratdurgence.contracts.followup.v1;

/**
 * The pair was opened by mistake, and nobody has built on it: it never was.
 *
 * <p>Topic {@code followup.v1}, key {@code pair}, type {@code followup.pair-opening-undone.v1}.
 *
 * @param pair the pair's stream in followup-service
 * @param proposal the proposal's stream in matching-service
 * @param need the need's stream in needs-service
 * @param line line of the need, 1 to n
 * @param seat place on the line, 1 to the line's count; the young person's name is nowhere
 * @param mentor the mentor's stream in mentor-service
 */
public record PairOpeningUndone(String pair, String proposal, String need, int line, int seat, String mentor) {}
