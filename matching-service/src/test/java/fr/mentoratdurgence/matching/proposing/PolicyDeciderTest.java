package fr.mentoratdurgence.matching.proposing;

import static fr.mentoratdurgence.matching.proposing.Examples.NOW;
import static fr.mentoratdurgence.matching.proposing.PolicyEvent.STREAM;
import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.matching.engine.HardRule;
import fr.mentoratdurgence.matching.engine.Policy;
import fr.mentoratdurgence.matching.files.PolicyFile;
import fr.mentoratdurgence.matching.proposing.PolicyDecider.Activate;
import fr.mentoratdurgence.matching.proposing.PolicyDecider.Command;
import fr.mentoratdurgence.matching.proposing.PolicyDecider.Establish;
import fr.mentoratdurgence.matching.proposing.PolicyDecider.Publish;
import fr.mentoratdurgence.matching.proposing.PolicyDecider.Versions;
import fr.mentoratdurgence.matching.proposing.PolicyEvent.PolicyActivated;
import fr.mentoratdurgence.matching.proposing.PolicyEvent.PolicyPublished;
import fr.mentoratdurgence.platform.test.DeciderFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyDeciderTest {
    private static final Policy FIRST = PolicyFile.read(1);
    private static final PolicyContent CONTENT = PolicyContent.of(FIRST);
    private static final PolicyPublished ONE = new PolicyPublished(STREAM, 1, CONTENT, "system", NOW);
    private static final PolicyPublished TWO = new PolicyPublished(STREAM, 2, CONTENT, "account-c", NOW);
    private static final PolicyActivated ACTIVE = new PolicyActivated(STREAM, 1, null, "system", NOW);
    private static final PolicyActivated CHANGED = new PolicyActivated(STREAM, 2, 1, "account-c", NOW);
    private final DeciderFixture<Command, Versions, PolicyEvent> policy = new DeciderFixture<>(PolicyDecider.POLICY);

    @Test
    void a_version_takes_the_next_number_and_is_not_active_by_that() {
        policy.given(ONE, ACTIVE).when(new Publish(CONTENT, "account-c", NOW)).then(TWO);
        assertThat(policy.given(ONE, ACTIVE, TWO).state().activeVersion()).isEqualTo(1);
    }

    @Test
    void no_policy_leaves_out_a_rule_that_protects() {
        for (HardRule rule : HardRule.protective()) {
            List<HardRule> others =
                    CONTENT.rules().stream().filter(each -> each != rule).toList();
            PolicyContent without = new PolicyContent(
                    CONTENT.proposalHours(),
                    others,
                    CONTENT.minimumCommonMinutes(),
                    CONTENT.minorMentorBands(),
                    CONTENT.audiencePoints(),
                    CONTENT.pointsPerWaitingDay(),
                    CONTENT.floors(),
                    CONTENT.fit(),
                    CONTENT.commonHoursCounted(),
                    CONTENT.mentorWeeksCounted(),
                    CONTENT.referentLoadLimit());
            policy.given(ONE, ACTIVE)
                    .when(new Publish(without, "account-c", NOW))
                    .thenRejected(PolicyRejection.PROTECTIVE_RULE_MISSING);
        }
    }

    @Test
    void only_a_published_version_can_be_activated() {
        policy.given(ONE, ACTIVE)
                .when(new Activate(2, null, "account-c", NOW))
                .thenRejected(PolicyRejection.NO_SUCH_POLICY);
        policy.given(ONE, ACTIVE)
                .when(new Activate(0, null, "account-c", NOW))
                .thenRejected(PolicyRejection.NO_SUCH_POLICY);
        policy.given(ONE, ACTIVE, TWO)
                .when(new Activate(2, 1, "account-c", NOW))
                .then(CHANGED);
        policy.given(ONE, ACTIVE, TWO, CHANGED)
                .when(new Activate(2, 1, "account-d", NOW))
                .thenNothing();
    }

    @Test
    void whoever_did_not_see_the_change_hears_of_it() {
        PolicyPublished three = new PolicyPublished(STREAM, 3, CONTENT, "account-d", NOW);
        assertThat(policy.given(ONE, ACTIVE, TWO, three, CHANGED)
                        .when(new Activate(3, 1, "account-d", NOW))
                        .thenRejected(PolicyRejection.POLICY_CHANGED)
                        .details())
                .containsEntry("by", "account-c")
                .containsEntry("version", "2");
    }

    @Test
    void the_first_version_is_established_once() {
        policy.given().when(new Establish(CONTENT, "system", NOW)).then(ONE, ACTIVE);
        policy.given(ONE, ACTIVE).when(new Establish(CONTENT, "system", NOW)).thenNothing();
    }

    @Test
    void nothing_of_a_policy_is_lost_in_the_event() {
        assertThat(CONTENT.policy(1)).isEqualTo(FIRST);
        assertThat(PolicyContent.of(CONTENT.policy(1))).isEqualTo(CONTENT);
    }
}
