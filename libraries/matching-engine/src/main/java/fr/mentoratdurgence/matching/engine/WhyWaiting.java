package fr.mentoratdurgence.matching.engine;

import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a line still waits: each mentor is counted once.
 *
 * @param mentors   all active mentors
 * @param removed   mentors that a rule excludes, by the first rule that does, in the order of the rules
 * @param outbid    mentors who fit but have no capacity left
 * @param available mentors who fit and are free
 * @param outbidBy  the line that would have to give a mentor up first, where the mentors are all taken
 */
public record WhyWaiting(
        int mentors,
        List<RuleCount> removed,
        int outbid,
        int available,
        @Nullable Outbid outbidBy) {

    /** A reason without a line that was served instead. */
    public WhyWaiting(int mentors, List<RuleCount> removed, int outbid, int available) {
        this(mentors, removed, outbid, available, null);
    }

    /** How many mentors a rule excludes. */
    public record RuleCount(HardRule rule, int mentors) {}

    /**
     * Who was served instead.
     *
     * @param price  weight of a place of that line: more is needed to get a mentor here
     * @param weight weight of a place of the line that waits
     */
    public record Outbid(PriorityAudience audience, String need, int line, long price, long weight) {

        /** Whether not the weight decided but the floor of the audience. */
        public boolean byFloor() {
            return price < weight;
        }
    }
}
