package fr.mentoratdurgence.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule catches what was planted for it, and leaves clean code alone: a rule that cannot fail guards nothing. */
class ArchitectureRulesTest {
    private static final String PLANTED = "fr.mentoratdurgence.planted";

    private static void catches(ArchRule rule, String culprit) {
        JavaClasses planted = new ClassFileImporter().importPackages(PLANTED + ".needs");
        assertThatThrownBy(() -> rule.check(planted))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(culprit);
        JavaClasses clean = new ClassFileImporter().importPackages(PLANTED + ".clean");
        assertThatCode(() -> rule.allowEmptyShould(true).check(clean)).doesNotThrowAnyException();
    }

    @Test
    void a_service_that_looks_into_another_is_caught() {
        catches(Architecture.noOtherService(PLANTED, "needs"), "LooksAtMatching");
    }

    @Test
    void a_rule_that_reaches_a_framework_through_another_class_is_caught() {
        catches(Architecture.rulesKnowNoFramework(), "Memo");
    }

    @Test
    void a_public_bean_is_caught() {
        catches(Architecture.beansStayInTheirPackage(), "PublicBean");
    }

    @Test
    void a_name_that_says_nothing_is_caught() {
        catches(Architecture.tellingNames(), "NeedManager");
    }

    @Test
    void a_bench_among_the_code_of_a_service_is_caught() {
        catches(Architecture.noToolsInTheService(), "NeedsBench");
    }

    @Test
    void who_knows_axon_beyond_its_annotations_is_caught() {
        catches(Architecture.axonIsAPort(), "KnowsAxon");
    }

    @Test
    void a_list_of_codes_that_is_not_the_one_of_all_is_caught() {
        catches(Architecture.sharedCodesAreWhole(), "planted.needs.Subject has [ASTROLOGY, MATHS]");
    }

    @Test
    void a_hash_or_a_seal_of_its_own_is_caught() {
        catches(Architecture.sealingIsDoneOnce(), "OwnHash");
        catches(Architecture.sealingIsDoneOnce(), "OwnSeal");
    }

    @Test
    void a_clock_of_its_own_is_caught() {
        catches(Architecture.injectedTimeAndIds(), "OwnWatch");
    }

    @Test
    void a_contract_made_outside_a_publisher_is_caught() {
        catches(Architecture.onlyPublishersSpeak(PLANTED), "Gossip");
    }

    @Test
    void a_projection_that_does_not_say_what_it_fills_is_caught() {
        catches(Architecture.projectionsDeclareTheirTables(), "SecretiveProjection");
    }

    @Test
    void a_refusal_whose_code_is_compared_is_caught() {
        catches(Architecture.refusalsAreAskedNotCompared(), "FaithfulToCodes");
        catches(Architecture.refusalsAreAskedNotCompared(), "AsksByReference");
    }

    @Test
    void a_setting_outside_a_record_is_caught() {
        catches(Architecture.settingsAreRecords(), "OwnSetting");
    }

    @Test
    void a_name_that_does_not_carry_its_role_is_caught() {
        List<String> culprits = List.of(
                "Doorkeeper",
                "Eavesdropper",
                "Screens",
                "Endpoint",
                "DecidesAside",
                "BusyConfiguration",
                "ActingBoard",
                "WebActs");
        List<ArchRule> rules = Architecture.namesCarryTheirRole();
        assertThat(rules).hasSameSizeAs(culprits);
        for (int i = 0; i < rules.size(); i++) {
            catches(rules.get(i), culprits.get(i));
        }
    }
}
