package fr.mentoratdurgence.matching.engine;

import fr.mentoratdurgence.matching.profile.LevelBand;
import fr.mentoratdurgence.matching.profile.PriorityAudience;
import java.util.Map;
import java.util.Set;

/**
 * Rule of matching (FR: règle d'appariement): versioned data, no number of it is in the code. Serving as many places as
 * possible comes before all points.
 *
 * @param version                   named by every run and proposal
 * @param proposalHours             time for the mentor's answer
 * @param minimumCommonMinutes      shortest common slot of the week
 * @param minorMentorBands          levels that a mentor under 18 may help
 * @param audiencePoints            points per priority audience; none = 0
 * @param pointsPerWaitingDay       points per day since the declaration
 * @param pointsPerSubject          points per wanted subject covered
 * @param pointsPerSupport          points per wanted kind of help covered
 * @param pointsPerCommonHour       points per full hour in common, up to {@code commonHoursCounted}
 * @param commonHoursCounted        more common time than this earns nothing more
 * @param pointsForSameDepartement  points where a visit is possible later
 */
public record Policy(
        int version,
        int proposalHours,
        int minimumCommonMinutes,
        Set<LevelBand> minorMentorBands,
        Map<PriorityAudience, Integer> audiencePoints,
        int pointsPerWaitingDay,
        int pointsPerSubject,
        int pointsPerSupport,
        int pointsPerCommonHour,
        int commonHoursCounted,
        int pointsForSameDepartement) {}
