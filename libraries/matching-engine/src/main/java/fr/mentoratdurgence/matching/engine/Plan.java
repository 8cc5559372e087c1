package fr.mentoratdurgence.matching.engine;

import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * Who is given to which line, and the prices that prove that no plan is better ({@link Certificate}).
 *
 * @param pairs     in an order that only depends on the problem and its seed
 * @param seatWorth worth of one more seat of a line, by line, with what its audience adds
 * @param prices    price of one capacity of a mentor, by mentor; {@code mentor@line} for capacity that an open proposal
 *                  to this line holds
 * @param audiences what a seat of the audience is worth beyond its line, to reach the floor
 */
public record Plan(
        List<Pair> pairs,
        Value value,
        Scale scale,
        Map<String, Long> seatWorth,
        Map<String, Long> prices,
        Map<PriorityAudience, Long> audiences) {

    /**
     * Seats of a line that one mentor gets.
     *
     * @param points weight of the line and points of the pair
     */
    public record Pair(String need, int line, String mentor, int seats, int points) {

        /** Which line. */
        public LineId id() {
            return new LineId(need, line);
        }
    }

    /** The value as one number. */
    public BigInteger number() {
        return scale.number(value);
    }
}
