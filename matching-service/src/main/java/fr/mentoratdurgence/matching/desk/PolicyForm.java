package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.contracts.vocabulary.LevelBand;
import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.matching.engine.HardRule;
import fr.mentoratdurgence.matching.engine.Policy;
import fr.mentoratdurgence.platform.Violations;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** A policy as a form sends it: the fields have the names that the API uses. */
final class PolicyForm {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");

    /** Where the kit's checkboxes come as names of codes. */
    private static final String RULES = "rules";

    private static final String BANDS = "minorMentorBands";
    private static final List<String> NUMBERS = List.of(
            "proposalHours",
            "minimumCommonMinutes",
            "pointsPerWaitingDay",
            "commonHoursCounted",
            "mentorWeeksCounted",
            "referentLoadLimit");

    private final Map<String, String> numbers;
    private final Map<String, List<String>> codes;

    private PolicyForm(Map<String, String> numbers, Map<String, List<String>> codes) {
        this.numbers = numbers;
        this.codes = codes;
    }

    /** Filled with a policy. */
    static PolicyForm of(Policy policy) {
        Map<String, String> numbers = new LinkedHashMap<>();
        numbers.put("proposalHours", String.valueOf(policy.proposalHours()));
        numbers.put("minimumCommonMinutes", String.valueOf(policy.minimumCommonMinutes()));
        numbers.put("pointsPerWaitingDay", String.valueOf(policy.pointsPerWaitingDay()));
        numbers.put("commonHoursCounted", String.valueOf(policy.commonHoursCounted()));
        numbers.put("mentorWeeksCounted", String.valueOf(policy.mentorWeeksCounted()));
        numbers.put("referentLoadLimit", String.valueOf(policy.referentLoadLimit()));
        for (PriorityAudience audience : PriorityAudience.values()) {
            numbers.put(
                    "audiencePoints." + audience,
                    String.valueOf(policy.audiencePoints().getOrDefault(audience, 0)));
            numbers.put("floors." + audience, String.valueOf(policy.floors().getOrDefault(audience, 0)));
        }
        PolicyWords.FIT.forEach(term -> numbers.put("fit." + term, String.valueOf(policy.points(term))));
        return new PolicyForm(
                numbers,
                Map.of(
                        RULES, names(policy.rules()),
                        BANDS, names(policy.minorMentorBands())));
    }

    /** As somebody filled it in. */
    static PolicyForm sent(MultiValueMap<String, String> parameters) {
        Map<String, String> numbers = new HashMap<>();
        parameters.forEach((name, values) -> numbers.put(name, values.getFirst().strip()));
        return new PolicyForm(
                numbers,
                Map.of(
                        RULES, parameters.getOrDefault(RULES, List.of()),
                        BANDS, parameters.getOrDefault(BANDS, List.of())));
    }

    /** Rules that may be left out: those that protect a young person are in every policy, without a box. */
    static HardRule[] choosable() {
        return EnumSet.complementOf(EnumSet.copyOf(HardRule.protective())).toArray(HardRule[]::new);
    }

    /** What stands in each field. */
    Map<String, String> numbers() {
        return numbers;
    }

    /** Which boxes are ticked. */
    List<String> ticked(String field) {
        return codes.getOrDefault(field, List.of());
    }

    /**
     * The policy, still without a version.
     *
     * @throws fr.mentoratdurgence.platform.InvalidInput naming each field once
     */
    Policy policy() {
        Violations wrong = new Violations();
        Map<String, Integer> points = new HashMap<>();
        Map<String, Integer> floors = new HashMap<>();
        Map<String, Integer> fit = new HashMap<>();
        Map<String, @Nullable Integer> plain = new HashMap<>();
        NUMBERS.forEach(name -> plain.put(name, number(name, wrong)));
        for (PriorityAudience audience : PriorityAudience.values()) {
            put(points, audience, number("audiencePoints." + audience, wrong));
            put(floors, audience, number("floors." + audience, wrong));
        }
        PolicyWords.FIT.forEach(term -> put(fit, term, number("fit." + term, wrong)));
        return new PolicyBody(
                        plain.get("proposalHours"),
                        rules(),
                        plain.get("minimumCommonMinutes"),
                        codes(LevelBand.class, BANDS),
                        points,
                        plain.get("pointsPerWaitingDay"),
                        floors,
                        fit,
                        plain.get("commonHoursCounted"),
                        plain.get("mentorWeeksCounted"),
                        plain.get("referentLoadLimit"))
                .policy(wrong);
    }

    private List<HardRule> rules() {
        EnumSet<HardRule> rules = EnumSet.copyOf(HardRule.protective());
        rules.addAll(codes(HardRule.class, RULES));
        return List.copyOf(rules);
    }

    private @Nullable Integer number(String field, Violations wrong) {
        String given = numbers.getOrDefault(field, "");
        if (NUMBER.matcher(given).matches()) {
            return Integer.valueOf(given);
        }
        if (!given.isEmpty()) {
            wrong.unreadable(field, "politique.illisible");
        }
        return null;
    }

    private <E extends Enum<E>> List<E> codes(Class<E> type, String field) {
        return Arrays.stream(type.getEnumConstants())
                .filter(code -> ticked(field).contains(code.name()))
                .toList();
    }

    private static void put(Map<String, Integer> map, Enum<?> key, @Nullable Integer number) {
        if (number != null) {
            map.put(key.name(), number);
        }
    }

    private static List<String> names(Set<? extends Enum<?>> codes) {
        return codes.stream().map(Enum::name).sorted().toList();
    }
}
