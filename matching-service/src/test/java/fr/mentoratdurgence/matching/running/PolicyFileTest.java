package fr.mentoratdurgence.matching.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.mentoratdurgence.matching.engine.Policy;
import fr.mentoratdurgence.matching.profile.LevelBand;
import fr.mentoratdurgence.matching.profile.PriorityAudience;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
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
            List<String> names = policy.propertyNames().stream()
                    .filter(name -> !name.equals("version"))
                    .toList();
            assertThat(names)
                    .isNotEmpty()
                    .allSatisfy(
                            name -> assertThat(policy.get(name).required("why").asString())
                                    .hasSizeGreaterThan(20));
        }
    }

    @Test
    void a_policy_that_does_not_exist_is_refused_at_start() {
        assertThatThrownBy(() -> PolicyFile.read(99)).isInstanceOf(IllegalStateException.class);
    }
}
