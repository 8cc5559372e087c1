package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.matching.engine.ExplainedPlan;
import fr.mentoratdurgence.matching.proposing.RunEvent.AudienceFairness;
import fr.mentoratdurgence.matching.running.DryRun;
import java.util.List;

/**
 * One bar of the fairness chart.
 *
 * @param seats     seats that wait
 * @param floor     of these, come before all else
 * @param served    get a mentor
 * @param openNow   open proposals beside them
 */
record AudienceBar(PriorityAudience audience, int seats, int floor, int served, int openNow) {
    private static final int WHOLE = 100;

    static List<AudienceBar> of(List<ExplainedPlan.Fairness> fairness) {
        return fairness.stream()
                .map(f -> new AudienceBar(f.audience(), f.seats(), f.floor(), f.served(), 0))
                .toList();
    }

    static List<AudienceBar> ofRun(List<AudienceFairness> fairness) {
        return fairness.stream()
                .map(f -> new AudienceBar(f.audience(), f.seats(), f.floor(), f.served(), 0))
                .toList();
    }

    static List<AudienceBar> ofDryRun(List<DryRun.Audience> audiences) {
        return audiences.stream()
                .map(a -> new AudienceBar(a.audience(), a.waiting(), a.floor(), a.served(), a.openNow()))
                .toList();
    }

    /** What is missing to the floor. */
    public int shortfall() {
        return Math.max(0, floor - served);
    }

    /** Where the floor stands on the bar, in percent; 0 = there is none. */
    public int mark() {
        return seats == 0 ? 0 : WHOLE * floor / seats;
    }
}
