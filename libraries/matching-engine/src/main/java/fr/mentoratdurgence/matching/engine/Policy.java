package fr.mentoratdurgence.matching.engine;

import fr.mentoratdurgence.contracts.vocabulary.LevelBand;
import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rule of matching (FR: règle d'appariement): versioned data, no number of it is in the code. What counts, in strict
 * order: the floors of the priority audiences; the places that are served, weighted by audience and wait; the fit of
 * each pair; open proposals that stay.
 *
 * @param version              named by every run and proposal
 * @param proposalHours        time for the mentor's answer
 * @param rules                hard rules in force
 * @param minimumCommonMinutes shortest common slot of the week
 * @param minorMentorBands     levels that a mentor under 18 may help
 * @param audiencePoints       weight of a place of the audience, beyond the one that every place has; none = 0
 * @param pointsPerWaitingDay  weight per day since the declaration, without an end
 * @param floors               percent of the audience's waiting seats that come before all else; none = 0
 * @param fit                  points of a pair: per subject, kind of help, full hour in common, full week of the
 *                             mentor's wait, or once; none = 0
 * @param commonHoursCounted   more common time than this earns nothing more
 * @param mentorWeeksCounted   a longer wait of the mentor earns nothing more
 * @param referentLoadLimit    pairs that one référent may accompany; 0 = no limit
 */
public record Policy(
        int version,
        int proposalHours,
        Set<HardRule> rules,
        int minimumCommonMinutes,
        Set<LevelBand> minorMentorBands,
        Map<PriorityAudience, Integer> audiencePoints,
        int pointsPerWaitingDay,
        Map<PriorityAudience, Integer> floors,
        Map<Term, Integer> fit,
        int commonHoursCounted,
        int mentorWeeksCounted,
        int referentLoadLimit) {

    /** Keeps its own copies. */
    public Policy {
        rules = Set.copyOf(rules);
        minorMentorBands = Set.copyOf(minorMentorBands);
        audiencePoints = Map.copyOf(audiencePoints);
        floors = Map.copyOf(floors);
        fit = Map.copyOf(fit);
    }

    /** Points of a fit term. */
    public int points(Term term) {
        return fit.getOrDefault(term, 0);
    }

    /**
     * Weight of a place beyond the one that every place has.
     *
     * @throws WeightsOverflow where it is no number any more
     */
    public int coveragePoints(PriorityAudience audience, int waitingDays) {
        long points = audiencePoints.getOrDefault(audience, 0)
                + Math.multiplyFull(pointsPerWaitingDay, Math.max(0, waitingDays));
        if (points > Integer.MAX_VALUE) {
            throw new WeightsOverflow(1);
        }
        return (int) points;
    }

    /**
     * Two numbers that contradict each other.
     *
     * @param term   its points cannot count as they are meant
     * @param reason the field that stands against it
     */
    public record Contradiction(Term term, String reason) {}

    /** What contradicts itself: points for something that another number rules out, or rewards for what is missing. */
    public List<Contradiction> contradictions() {
        List<Contradiction> found = new ArrayList<>();
        if (points(Term.COMMON_TIME) != 0 && commonHoursCounted == 0) {
            found.add(new Contradiction(Term.COMMON_TIME, "commonHoursCounted"));
        }
        if (points(Term.MENTOR_WAITING) != 0 && mentorWeeksCounted == 0) {
            found.add(new Contradiction(Term.MENTOR_WAITING, "mentorWeeksCounted"));
        }
        if (points(Term.SUBJECTS_MISSING) > points(Term.SUBJECTS)) {
            found.add(new Contradiction(Term.SUBJECTS_MISSING, "fit.SUBJECTS"));
        }
        return found;
    }

    /** Seats of an audience that come before all else, out of those that wait. */
    public int floor(PriorityAudience audience, int waitingSeats) {
        return (int) Math.ceilDiv((long) floors.getOrDefault(audience, 0) * waitingSeats, 100L);
    }
}
