package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.contracts.vocabulary.LevelBand;
import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.matching.engine.HardRule;
import fr.mentoratdurgence.matching.engine.Policy;
import fr.mentoratdurgence.matching.engine.Term;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All numbers and codes of a policy, as an event holds them: always in the same order. What they mean: {@link Policy}. */
public record PolicyContent(
        int proposalHours,
        List<HardRule> rules,
        int minimumCommonMinutes,
        List<LevelBand> minorMentorBands,
        List<AudienceNumber> audiencePoints,
        int pointsPerWaitingDay,
        List<AudienceNumber> floors,
        List<TermNumber> fit,
        int commonHoursCounted,
        int mentorWeeksCounted,
        int referentLoadLimit) {

    /** Points of an audience, or its floor in percent. */
    public record AudienceNumber(PriorityAudience audience, int number) {}

    /** Points of a term. */
    public record TermNumber(Term term, int number) {}

    /** What a policy holds beside its version. */
    public static PolicyContent of(Policy p) {
        return new PolicyContent(
                p.proposalHours(),
                sorted(p.rules()),
                p.minimumCommonMinutes(),
                sorted(p.minorMentorBands()),
                numbers(p.audiencePoints()),
                p.pointsPerWaitingDay(),
                numbers(p.floors()),
                sorted(p.fit().keySet()).stream()
                        .map(term -> new TermNumber(term, p.points(term)))
                        .toList(),
                p.commonHoursCounted(),
                p.mentorWeeksCounted(),
                p.referentLoadLimit());
    }

    /** The policy that this is, under its version. */
    public Policy policy(int version) {
        Map<Term, Integer> points = new EnumMap<>(Term.class);
        fit.forEach(f -> points.put(f.term(), f.number()));
        return new Policy(
                version,
                proposalHours,
                Set.copyOf(rules),
                minimumCommonMinutes,
                Set.copyOf(minorMentorBands),
                map(audiencePoints),
                pointsPerWaitingDay,
                map(floors),
                points,
                commonHoursCounted,
                mentorWeeksCounted,
                referentLoadLimit);
    }

    private static <E extends Enum<E>> List<E> sorted(Collection<E> codes) {
        return codes.stream().sorted().toList();
    }

    private static List<AudienceNumber> numbers(Map<PriorityAudience, Integer> numbers) {
        return numbers.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(n -> new AudienceNumber(n.getKey(), n.getValue()))
                .toList();
    }

    private static Map<PriorityAudience, Integer> map(List<AudienceNumber> numbers) {
        Map<PriorityAudience, Integer> all = new EnumMap<>(PriorityAudience.class);
        numbers.forEach(n -> all.put(n.audience(), n.number()));
        return all;
    }
}
