package fr.mentoratdurgence.matching.running;

import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.matching.engine.ExplainedPlan.Fairness;
import fr.mentoratdurgence.matching.engine.Suggestion;
import fr.mentoratdurgence.matching.engine.WhyWaiting;
import fr.mentoratdurgence.matching.proposing.FreeLine;
import java.util.List;

/**
 * What a run would do now; nothing is stored.
 *
 * @param policyVersion under which policy
 * @param inputPosition last event that it knew
 * @param gains         lines that would get mentors, the longest wait first
 * @param waits         lines that would still wait for some, the longest wait first
 * @param audiences     each audience before and after, against its floor
 * @param certified     whether the plan is proven the best
 */
public record DryRun(
        int policyVersion,
        long inputPosition,
        int openProposals,
        List<Gain> gains,
        List<Wait> waits,
        List<Audience> audiences,
        boolean certified) {

    /** A line that would get mentors for so many of its free seats. */
    public record Gain(FreeLine line, int waitingDays, int seats, List<Suggestion> suggestions) {}

    /** A line that would still wait for so many mentors, and why. */
    public record Wait(FreeLine line, int waitingDays, int seats, WhyWaiting why) {}

    /**
     * An audience before and after.
     *
     * @param openNow   open proposals now
     * @param waiting   free seats now
     * @param floor     seats of these that come before all else
     * @param served    seats that would be served
     * @param shortfall what no plan can reach of the floor
     */
    public record Audience(PriorityAudience audience, int openNow, int waiting, int floor, int served, int shortfall) {
        static Audience of(Fairness f, int openNow) {
            return new Audience(f.audience(), openNow, f.seats(), f.floor(), f.served(), f.shortfall());
        }
    }
}
