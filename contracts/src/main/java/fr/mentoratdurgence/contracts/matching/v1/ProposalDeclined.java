package fr.mentoratdurgence.contracts.matching.v1;

/**
 * A side said no; the reservations are freed.
 *
 * <p>Topic {@code matching.v1}, key {@code proposal}, type {@code matching.proposal-declined.v1}.
 *
 * @param proposal the proposal's stream in matching-service
 * @param need the need's stream in needs-service
 * @param line line of the need, 1 to n
 * @param seat place on the line, 1 to the line's count; the young person's name is nowhere
 * @param mentor the mentor's stream in mentor-service
 * @param side who declined: MENTOR, YOUTH, STRUCTURE or OPERATION
 * @param reason NO_TIME, SCHEDULE, SUBJECT, NO_REASON, OTHER, POOR_FIT (after a trial)
 */
public record ProposalDeclined(
        String proposal, String need, int line, int seat, String mentor, String side, String reason) {}
