package fr.mentoratdurgence.contracts.needs.v1;

/**
 * The need is no longer to be served.
 *
 * <p>Topic {@code needs.v1}, key {@code need}, type {@code needs.need-withdrawn.v1}.
 *
 * @param need the need's stream in needs-service
 * @param reason SOLVED_ELSEWHERE, STRUCTURE_WITHDREW, DUPLICATE, OUT_OF_SCOPE, OTHER
 */
public record NeedWithdrawn(String need, String reason) {}
