package fr.mentoratdurgence.matching.whatif;

import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The same days under two policies.
 *
 * @param from    first day that is simulated; what was there on its eve is taken as recorded
 * @param to      last day
 * @param assumed what holds for both
 * @param inForce under the policy in force
 * @param other   under the other one
 */
public record Counterfactual(LocalDate from, LocalDate to, Assumed assumed, Side inForce, Side other) {

    /**
     * What is assumed on both sides, from the record.
     *
     * @param acceptance    who says yes
     * @param decided       recorded proposals that somebody decided, or that expired
     * @param confirmed     of these, became pairs
     * @param declined      of these, were declined
     * @param expired       of these, nobody answered
     * @param daysToConfirm from the proposal to the pair, median
     * @param daysToDecline from the proposal to the refusal, median
     * @param pairs         recorded pairs, from which each simulated pair takes over the end
     * @param interrupted   of these, stopped before their time
     * @param ended         of these, came to their end
     */
    public record Assumed(
            Acceptance acceptance,
            int decided,
            int confirmed,
            int declined,
            int expired,
            int daysToConfirm,
            int daysToDecline,
            int pairs,
            int interrupted,
            int ended) {}

    /**
     * One policy's season.
     *
     * @param version   0 = not published
     * @param proposals opened
     * @param pairs     confirmed
     * @param all       all seats
     * @param audiences each audience that had seats
     */
    public record Side(int version, int proposals, int pairs, Tally all, List<Tally> audiences) {}

    /**
     * How the seats of an audience fared.
     *
     * @param audience   null = all of them
     * @param seats      that waited in these days
     * @param covered    got a mentor, for the first time
     * @param withdrawn  were taken back before
     * @param waiting    wait still
     * @param medianDays day by which half of them have a mentor; null = not within these days
     * @param p95Days    day by which 95 percent have one; null = not within these days
     * @param floor      percent that the policy puts before all else in each run
     */
    public record Tally(
            @Nullable PriorityAudience audience,
            int seats,
            int covered,
            int withdrawn,
            int waiting,
            @Nullable Integer medianDays,
            @Nullable Integer p95Days,
            int floor) {

        /** Covered seats in percent, rounded down; 0 where there are none. */
        public int coverage() {
            return seats == 0 ? 0 : (int) (100L * covered / seats);
        }
    }
}
