package fr.mentoratdurgence.matching.running;

import fr.mentoratdurgence.matching.engine.Outcome.Fairness;
import fr.mentoratdurgence.matching.engine.Outcome.Hint;
import fr.mentoratdurgence.matching.engine.Value;
import fr.mentoratdurgence.matching.engine.WhyWaiting;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run would bring in this moment.
 *
 * @param events   so many stored events it knows: the same on every instance that knows as much
 * @param seats    free seats
 * @param served   of these, would get a mentor
 * @param byLine   seats that would get a mentor, by {@code need#line}
 * @param waiting  why others would go on waiting, by {@code need#line}
 * @param value    what the plan is worth
 * @param fairness each audience that has free seats
 * @param hints    mentors who would help most, the best first
 */
public record LiveView(
        long events,
        int policyVersion,
        int seats,
        int served,
        Map<String, Integer> byLine,
        Map<String, WhyWaiting> waiting,
        Value value,
        List<Fairness> fairness,
        List<Hint> hints) {

    /** Seats of the line that would get a mentor. */
    public int served(String need, int line) {
        return byLine.getOrDefault(need + "#" + line, 0);
    }

    /** Why seats of the line would go on waiting; null = they would not. */
    public @Nullable WhyWaiting why(String need, int line) {
        return waiting.get(need + "#" + line);
    }
}
