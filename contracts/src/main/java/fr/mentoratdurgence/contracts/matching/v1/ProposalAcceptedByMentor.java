package fr.mentoratdurgence.contracts.matching.v1;

/**
 * The mentor said yes.
 *
 * <p>Topic {@code matching.v1}, key {@code proposal}, type {@code matching.proposal-accepted-by-mentor.v1}.
 *
 * @param proposal the proposal's stream in matching-service
 * @param need the need's stream in needs-service
 * @param line line of the need, 1 to n
 * @param seat place on the line, 1 to the line's count; the young person's name is nowhere
 * @param mentor the mentor's stream in mentor-service
 */
public record ProposalAcceptedByMentor(String proposal, String need, int line, int seat, String mentor) {}
