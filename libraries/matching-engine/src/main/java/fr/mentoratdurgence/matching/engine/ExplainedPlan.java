package fr.mentoratdurgence.matching.engine;

import fr.mentoratdurgence.contracts.vocabulary.LevelBand;
import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.contracts.vocabulary.Subject;
import fr.mentoratdurgence.contracts.vocabulary.WeeklySlot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run found.
 *
 * @param suggestions one per seat
 * @param waiting     for each line with seats left the reason
 * @param value       what the plan is worth; no plan is worth more
 * @param fairness    each audience that has seats
 * @param hints       mentors who would help most, the best first
 */
public record ExplainedPlan(
        List<Suggestion> suggestions, List<Waiting> waiting, Value value, List<Fairness> fairness, List<Hint> hints) {

    /** A line with seats that nobody was found for. */
    public record Waiting(String need, int line, int seats, WhyWaiting why) {

        /** Which line. */
        public LineId id() {
            return new LineId(need, line);
        }
    }

    /**
     * How an audience fares.
     *
     * @param floor seats that come before all else
     */
    public record Fairness(PriorityAudience audience, int seats, int floor, int served) {

        /** Seats that are missing to the floor: no plan reaches more floors. */
        public int shortfall() {
            return Math.max(0, floor - served);
        }
    }

    /**
     * A mentor to recruit: who comes anywhere, for one subject of one band at one time.
     *
     * @param subject null where the places ask for none
     * @param slot    null where any time is good
     * @param places  places that are served more
     * @param points  weight that is served more
     * @param seats   waiting seats that such a mentor would fit
     */
    public record Hint(
            @Nullable Subject subject,
            LevelBand levelBand,
            @Nullable WeeklySlot slot,
            int places,
            long points,
            int seats) {}
}
