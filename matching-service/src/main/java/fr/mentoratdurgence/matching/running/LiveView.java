package fr.mentoratdurgence.matching.running;

import fr.mentoratdurgence.matching.engine.ExplainedPlan.Fairness;
import fr.mentoratdurgence.matching.engine.ExplainedPlan.Hint;
import fr.mentoratdurgence.matching.engine.LineId;
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
 * @param byLine   seats that would get a mentor
 * @param waiting  why others would go on waiting
 * @param value    what the plan is worth
 * @param fairness each audience that has free seats
 * @param hints    mentors who would help most, the best first
 */
public record LiveView(
        long events,
        int policyVersion,
        int seats,
        int served,
        Map<LineId, Integer> byLine,
        Map<LineId, WhyWaiting> waiting,
        Value value,
        List<Fairness> fairness,
        List<Hint> hints) {

    /** Seats of the line that would get a mentor. */
    public int served(LineId line) {
        return byLine.getOrDefault(line, 0);
    }

    /** Why seats of the line would go on waiting; null = they would not. */
    public @Nullable WhyWaiting why(LineId line) {
        return waiting.get(line);
    }
}
