package fr.mentoratdurgence.matching.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.Http.Answer;
import fr.mentoratdurgence.platform.test.ServiceTest;
import fr.mentoratdurgence.platform.test.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is wrong with a body is told at once: what cannot be read, what is missing, what is out of range. */
@ServiceTest
class BodiesTest {
    private static final String API = "/api/matching/v1";

    @LocalServerPort
    private int port;

    @Test
    void all_faults_of_a_policy() {
        assertThat(faults(new Http(port).as(Tokens.coordinator()).post(API + "/policies", """
                        {"proposalHours":"beaucoup","rules":["SUBJECT_AT_LEVEL","ASTROLOGY"],"minimumCommonMinutes":0,
                         "minorMentorBands":[],"audiencePoints":{"OUTRE_MER":3,"REP":-1},"floors":{"REP":101},
                         "fit":{"CHARM":1},"pointsPerWaitingDay":1,"commonHoursCounted":1,"mentorWeeksCounted":1}""")))
                .contains(
                        "proposalHours",
                        "rules[1]",
                        "minimumCommonMinutes",
                        "audiencePoints.OUTRE_MER",
                        "audiencePoints.REP",
                        "floors.REP",
                        "fit.CHARM",
                        "referentLoadLimit")
                .doesNotHaveDuplicates();
    }

    @Test
    void all_faults_of_a_choice_an_exclusion_and_a_prematching() {
        Http referent = new Http(port).as(Tokens.referent("94"));
        assertThat(faults(referent.post(API + "/matches", "{\"line\":\"une\",\"reason\":\"LOVE\"}")))
                .containsExactlyInAnyOrder("need", "line", "mentor", "reason");
        assertThat(faults(referent.post(API + "/exclusions", "{\"line\":\"une\",\"reason\":\"LOVE\"}")))
                .containsExactlyInAnyOrder("need", "line", "mentor", "reason");
        assertThat(faults(referent.post(API + "/prematchings", "{\"line\":\"une\"}")))
                .containsExactlyInAnyOrder("need", "line", "mentors");
    }

    private static List<String> faults(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        return answer.json()
                .get("errors")
                .valueStream()
                .map(v -> v.get("field").asString())
                .toList();
    }
}
