package fr.mentoratdurgence.contracts.needs.v1;

/**
 * The number of places of a line changed.
 *
 * <p>Topic {@code needs.v1}, key {@code need}, type {@code needs.need-line-count-revised.v1}.
 *
 * @param need the need's stream in needs-service
 * @param line line of the need, 1 to n
 * @param fromCount places before
 * @param toCount places after, 0 = line withdrawn
 * @param reason FEWER_PLACES, MORE_PLACES, ERROR
 */
public record NeedLineCountRevised(String need, int line, int fromCount, int toCount, String reason) {}
