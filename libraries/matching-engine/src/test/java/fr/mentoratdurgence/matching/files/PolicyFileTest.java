package fr.mentoratdurgence.matching.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.mentoratdurgence.contracts.vocabulary.LevelBand;
import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.matching.engine.HardRule;
import fr.mentoratdurgence.matching.engine.Policy;
import fr.mentoratdurgence.matching.engine.Term;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PolicyFileTest {

    @Test
    void the_policy_in_force_can_be_read() {
        Policy policy = PolicyFile.read(1);
        assertThat(policy.version()).isEqualTo(1);
        assertThat(policy.proposalHours()).isEqualTo(72);
        assertThat(policy.minimumCommonMinutes()).isEqualTo(60);
        assertThat(policy.audiencePoints()).containsKeys(PriorityAudience.values());
        assertThat(policy.minorMentorBands()).doesNotContain(LevelBand.LYCEE_GT, LevelBand.LYCEE_PRO);
    }

    @Test
    void each_number_comes_with_its_reason() throws IOException {
        try (InputStream file = PolicyFileTest.class.getResourceAsStream("/policy/v1.json")) {
            JsonNode policy = JsonMapper.builder().build().readTree(file);
            Map<String, JsonNode> numbers = new TreeMap<>();
            for (String name : policy.propertyNames()) {
                if (Set.of("rules", "fit").contains(name)) {
                    policy.get(name).properties().forEach(e -> numbers.put(name + "." + e.getKey(), e.getValue()));
                } else if (!name.equals("version")) {
                    numbers.put(name, policy.get(name));
                }
            }
            assertThat(numbers)
                    .hasSizeGreaterThan(20)
                    .allSatisfy((_, number) ->
                            assertThat(number.required("why").asString()).hasSizeGreaterThan(20));
        }
    }

    @Test
    void a_policy_that_does_not_exist_is_refused_at_start() {
        assertThatThrownBy(() -> PolicyFile.read(99)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_unknown_key_is_refused_by_its_name() {
        assertThatThrownBy(() -> PolicyFile.parse("""
                {"version": 2, "pointsPerSmile": 3, "fit": {"CHARM": 1}}"""))
                .isInstanceOfSatisfying(
                        FileRefused.class,
                        refused -> assertThat(refused.reasons())
                                .hasSize(2)
                                .anySatisfy(r -> assertThat(r).contains("« pointsPerSmile » n’existe pas"))
                                .anySatisfy(r -> assertThat(r).contains("« fit.CHARM » n’existe pas")));
    }

    @Test
    void a_wrong_value_is_refused_with_what_is_allowed() {
        assertThatThrownBy(() -> PolicyFile.parse("""
                {"version": 2, "floors": {"REP": 120}, "rules": {"TERRITORY": "non"}, "minorMentorBands": ["CP"],
                 "minimumCommonMinutes": {"value": -5, "why": "pour voir"}}"""))
                .isInstanceOfSatisfying(
                        FileRefused.class,
                        refused -> assertThat(refused.reasons())
                                .containsExactlyInAnyOrder(
                                        "Règle, floors.REP : il faut un nombre entier de 0 à 100.",
                                        "Règle, rules.TERRITORY : il faut true (en vigueur) ou false (levée).",
                                        "Règle, minimumCommonMinutes : il faut un nombre entier de 1 à 10080.",
                                        "Règle, minorMentorBands : \"CP\" n’existe pas. Possible : [CP_CE2, CM1_CM2, "
                                                + "COLLEGE_6_5, COLLEGE_4_3, LYCEE_GT, LYCEE_PRO]."));
    }

    @Test
    void a_policy_that_contradicts_itself_is_refused_with_both_fields() {
        assertThatThrownBy(() -> PolicyFile.parse("""
                {"version": 2, "fit": {"COMMON_TIME": 2, "MENTOR_WAITING": 1, "SUBJECTS_MISSING": 5, "SUBJECTS": 4},
                 "commonHoursCounted": 0}"""))
                .isInstanceOfSatisfying(
                        FileRefused.class,
                        refused -> assertThat(refused.reasons())
                                .hasSize(3)
                                .anySatisfy(r -> assertThat(r).contains("fit.COMMON_TIME", "commonHoursCounted"))
                                .anySatisfy(r -> assertThat(r).contains("fit.MENTOR_WAITING", "mentorWeeksCounted"))
                                .anySatisfy(r -> assertThat(r).contains("fit.SUBJECTS_MISSING", "fit.SUBJECTS")));
    }

    @Test
    void the_rules_of_another_system_can_be_said() {
        Policy policy = PolicyFile.parse("""
                {"version": 9, "rules": {"TERRITORY": false, "SUPPORT": false,
                  "CHANNEL": false, "LANGUAGE": false, "COMMON_SLOT": false},
                 "fit": {"SUBJECTS_MISSING": {"value": -1, "why": "autant que de matières sans aide"}}}""");
        assertThat(policy.rules())
                .containsExactlyInAnyOrder(
                        HardRule.SUBJECT_AT_LEVEL, HardRule.FAMILY_LINK, HardRule.MINOR_MENTOR, HardRule.NOT_EXCLUDED);
        assertThat(policy.points(Term.SUBJECTS_MISSING)).isEqualTo(-1);
    }

    @ParameterizedTest
    @EnumSource
    void only_a_rule_that_protects_nobody_can_be_lifted(HardRule rule) {
        String lifted =
                "{\"version\": 9, \"rules\": {\"%s\": {\"value\": false, \"why\": \"un essai\"}}}".formatted(rule);
        if (HardRule.protective().contains(rule)) {
            assertThatThrownBy(() -> PolicyFile.parse(lifted))
                    .isInstanceOf(FileRefused.class)
                    .hasMessageContaining("rules." + rule)
                    .hasMessageContaining("cette règle protège le jeune : elle est toujours exigée");
        } else {
            assertThat(PolicyFile.parse(lifted).rules()).isEqualTo(EnumSet.complementOf(EnumSet.of(rule)));
        }
    }

    @Test
    void what_is_no_json_is_refused_with_its_line() {
        assertThatThrownBy(() -> PolicyFile.parse("{\n  version: 1}"))
                .isInstanceOf(FileRefused.class)
                .hasMessageContaining("ligne 2");
    }
}
