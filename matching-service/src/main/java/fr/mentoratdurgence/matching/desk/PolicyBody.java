package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.contracts.vocabulary.LevelBand;
import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.matching.engine.HardRule;
import fr.mentoratdurgence.matching.engine.Policy;
import fr.mentoratdurgence.matching.engine.Term;
import fr.mentoratdurgence.platform.Code;
import fr.mentoratdurgence.platform.Violations;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A policy as it is sent and as it is shown. All of it must be there: a number that somebody forgot must not silently be
 * another one.
 */
record PolicyBody(
        @Nullable Integer proposalHours,
        @Nullable List<HardRule> rules,
        @Nullable Integer minimumCommonMinutes,
        @Nullable List<LevelBand> minorMentorBands,
        @Nullable Map<String, Integer> audiencePoints,
        @Nullable Integer pointsPerWaitingDay,
        @Nullable Map<String, Integer> floors,
        @Nullable Map<String, Integer> fit,
        @Nullable Integer commonHoursCounted,
        @Nullable Integer mentorWeeksCounted,
        @Nullable Integer referentLoadLimit) {
    private static final int MOST_POINTS = 1_000_000;
    private static final int MOST_POINTS_PER_DAY = 100_000;
    private static final int HOURS_OF_A_YEAR = 8_760;
    private static final int HOURS_OF_A_WEEK = 168;
    private static final int MINUTES_OF_A_WEEK = 10_080;
    private static final int WEEKS_OF_TEN_YEARS = 520;
    private static final int PERCENT = 100;
    private static final Set<PriorityAudience> ALL = EnumSet.allOf(PriorityAudience.class);
    private static final Set<Term> FIT = EnumSet.range(Term.SUBJECTS, Term.MENTOR_WAITING);

    static PolicyBody of(Policy p) {
        return new PolicyBody(
                p.proposalHours(),
                p.rules().stream().sorted().toList(),
                p.minimumCommonMinutes(),
                p.minorMentorBands().stream().sorted().toList(),
                named(p.audiencePoints()),
                p.pointsPerWaitingDay(),
                named(p.floors()),
                named(p.fit()),
                p.commonHoursCounted(),
                p.mentorWeeksCounted(),
                p.referentLoadLimit());
    }

    /**
     * The policy, still without a version.
     *
     * @param wrong what could not be read of it
     * @throws fr.mentoratdurgence.platform.InvalidInput naming every field that is missing or wrong
     */
    Policy policy(Violations wrong) {
        Map<Term, Integer> terms = numbers("fit", fit, Term.class, FIT, -MOST_POINTS, MOST_POINTS, wrong);
        Policy policy = new Policy(
                0,
                number("proposalHours", proposalHours, 1, HOURS_OF_A_YEAR, wrong),
                Set.copyOf(codes("rules", rules, wrong)),
                number("minimumCommonMinutes", minimumCommonMinutes, 1, MINUTES_OF_A_WEEK, wrong),
                Set.copyOf(codes("minorMentorBands", minorMentorBands, wrong)),
                numbers("audiencePoints", audiencePoints, PriorityAudience.class, ALL, 0, MOST_POINTS, wrong),
                number("pointsPerWaitingDay", pointsPerWaitingDay, 0, MOST_POINTS_PER_DAY, wrong),
                numbers("floors", floors, PriorityAudience.class, Set.of(), 0, PERCENT, wrong),
                terms,
                number("commonHoursCounted", commonHoursCounted, 0, HOURS_OF_A_WEEK, wrong),
                number("mentorWeeksCounted", mentorWeeksCounted, 0, WEEKS_OF_TEN_YEARS, wrong),
                number("referentLoadLimit", referentLoadLimit, 0, MOST_POINTS, wrong));
        terms.keySet().stream()
                .filter(term -> !FIT.contains(term))
                .forEach(term -> wrong.add("fit." + term, "politique.terme.ailleurs"));
        if (rules != null) {
            HardRule.protective().stream()
                    .filter(rule -> !policy.rules().contains(rule))
                    .forEach(rule -> wrong.add("rules." + rule, "politique.regle.protege"));
        }
        wrong.throwIfAny(); // what contradicts what can only be said of numbers that are there
        policy.contradictions().forEach(c -> wrong.add("fit." + c.term(), "politique.contradiction", c.reason()));
        wrong.throwIfAny();
        return policy;
    }

    private static int number(String field, @Nullable Integer given, int least, int most, Violations wrong) {
        if (given == null) {
            wrong.add(field, "politique.manque");
            return least;
        }
        if (given < least || given > most) {
            wrong.add(field, "politique.nombre", least, most);
        }
        return given;
    }

    private static <E> List<E> codes(String field, @Nullable List<E> given, Violations wrong) {
        if (given == null) {
            wrong.add(field, "politique.manque");
            return List.of();
        }
        List<E> codes = new ArrayList<>();
        Set<E> seen = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            @Nullable E code = given.get(i);
            if (code == null || !seen.add(code)) {
                wrong.add(field + "[" + i + "]", "politique.code");
            } else {
                codes.add(code);
            }
        }
        return codes;
    }

    /** @param needed codes that must have a number; for the others none is 0 */
    private static <E extends Enum<E>> Map<E, Integer> numbers(
            String field,
            @Nullable Map<String, Integer> given,
            Class<E> codes,
            Set<E> needed,
            int least,
            int most,
            Violations wrong) {
        if (given == null) {
            wrong.add(field, "politique.manque");
            return Map.of();
        }
        Map<E, Integer> numbers = new TreeMap<>();
        given.forEach((name, value) -> Code.known(codes, name)
                .ifPresentOrElse(
                        code -> numbers.put(code, number(field + "." + name, value, least, most, wrong)),
                        () -> wrong.add(field + "." + name, "politique.code")));
        needed.stream()
                .filter(code -> !numbers.containsKey(code))
                .forEach(code -> wrong.add(field + "." + code, "politique.manque"));
        return numbers;
    }

    private static <E extends Enum<E>> Map<String, Integer> named(Map<E, Integer> numbers) {
        Map<String, Integer> named = new LinkedHashMap<>();
        new TreeMap<>(numbers).forEach((code, number) -> named.put(code.name(), number));
        return named;
    }
}
