package fr.mentoratdurgence.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.mentoratdurgence.cli.LocalOptions;
import fr.mentoratdurgence.cli.Part;
import fr.mentoratdurgence.cli.ToolProcess;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** One need travels from a school to a figure in the bilan; then things go wrong, and nothing is lost. */
@Tag("reliability")
class JourneyScenarioTest {
    private static final String NEEDS = "/api/needs/v1/needs";
    private static final String BILAN = "/api/reporting/v1/bilan";

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static JsonNode bilan() {
        Caller.Answer answer = Caller.as("analyste").get(BILAN);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static int figure(JsonNode bilan, String code) {
        for (JsonNode figure : bilan.get("figures")) {
            if (figure.get("code").asString().equals(code)) {
                return figure.get("value").asInt();
            }
        }
        throw new AssertionError("no figure " + code);
    }

    @Test
    void the_bilan_says_what_was_put_in() {
        assertThat(RunningSystem.get().journey().differences()).isEmpty();
    }

    @Test
    void the_same_instant_gives_the_same_hash_for_ever() {
        String asOf = bilan().get("asOf").asString();
        String exact = hash(asOf);
        assertThat(exact).hasSize(64);
        declare();
        assertThat(hash(asOf)).isEqualTo(exact);
        Instant justBefore = Instant.parse(asOf).minusMillis(500);
        refused(422, Caller.as("coordination").get(BILAN + "?asOf=" + justBefore));
    }

    private static String hash(String asOf) {
        return Caller.as("analyste")
                .get(BILAN + "?asOf=" + asOf)
                .json()
                .get("hash")
                .asString();
    }

    private static String declare() {
        Caller.Answer answer = Caller.as("ecole").post(NEEDS, Needs.of(Needs.SCHOOL, Needs.line()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().get("need").asString();
    }

    @Test
    void nothing_that_is_kept_tells_of_anybody() throws IOException {
        LocalOptions options = LocalOptions.of(LocalOptions.enclosingCheckout()).in(RunningSystem.FOLDER);
        Path said = RunningSystem.FOLDER.resolve("personal-data.txt");
        int exit = ToolProcess.beside(options, RunningSystem.get().addresses())
                .run("512m", List.of("verify", "--personal-data"), said);
        assertThat(exit).as(Files.readString(said)).isZero();
    }

    @Test
    void the_same_declaration_sent_twice_is_one_need() {
        Map<String, String> header = Map.of("Idempotency-Key", key());
        Map<String, Object> need = Needs.of(Needs.SCHOOL, Needs.line());
        Caller school = Caller.as("ecole");
        assertThat(school.post(NEEDS, need, header).json().get("need"))
                .isEqualTo(school.post(NEEDS, need, header).json().get("need"));
    }

    @Test
    void bad_input_gets_a_clear_answer_in_french_and_nothing_is_stored() {
        Caller school = Caller.as("ecole");
        int before = school.get(NEEDS).json().size();
        refused(422, school.post(NEEDS, Needs.of(Needs.SCHOOL, Needs.line(Map.of("count", 0)))));
        refused(422, school.post(NEEDS, Needs.of(Needs.SCHOOL, Needs.line(Map.of("count", 10_000)))));
        refused(422, school.post(NEEDS, Needs.of(Needs.SCHOOL, Needs.line(Map.of("levelBand", "MATERNELLE")))));
        refused(
                422,
                school.post(
                        NEEDS,
                        Needs.of(
                                Needs.SCHOOL,
                                Needs.line(Map.of(
                                        "slots",
                                        List.of(Map.of("day", "WEDNESDAY", "start", "16:00", "end", "14:00")))))));
        Map<String, Object> telling = new java.util.HashMap<>(Needs.of(Needs.SCHOOL, Needs.line()));
        telling.put("note", "Yanis BENALI, 06 12 34 56 78");
        Caller.Answer noted = school.post(NEEDS, telling);
        refused(422, noted);
        assertThat(noted.body())
                .contains("Yanis BENALI", "06 12 34 56 78"); // who typed them sees which words to take out
        assertThat(school.get(NEEDS).json().size()).isEqualTo(before);

        String need = declare();
        Caller referent = Caller.as("referente");
        assertThat(referent.post(NEEDS + "/" + need + "/assignment", Map.of()).status())
                .isLessThan(300);
        refused(
                422,
                referent.post(
                        NEEDS + "/" + need + "/contact-attempts", Map.of("reached", true, "occurredOn", "2199-01-01")));
    }

    private static void refused(int status, Caller.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(answer.json().get("title").asString()).isNotBlank();
        assertThat(answer.json().get("detail").asString()).isNotBlank().doesNotContain("Exception");
    }

    @Test
    void each_role_gets_its_own_and_no_more() {
        String need = declare();
        refused(401, Caller.anonymous().get(NEEDS + "/" + need));
        refused(404, Caller.as("ecole2").get(NEEDS + "/" + need));
        refused(404, Caller.as("ecole2").post(NEEDS, Needs.of(Needs.SCHOOL, Needs.line())));
        refused(403, Caller.as("analyste").get(NEEDS + "/" + need));
        refused(403, Caller.as("ecole").post("/api/matching/v1/runs", Map.of()));
        refused(403, Caller.as("ecole").get(BILAN));
        refused(403, Caller.as("referente").get("/api/needs/v1/ops/dead-letters"));
        assertThat(Caller.as("ops").get("/api/needs/v1/ops/dead-letters").json().size())
                .isZero();
        for (String service : List.of("matching", "followup", "reporting")) {
            assertThat(Caller.as("ops")
                            .get("/api/" + service + "/v1/ops/dead-letters")
                            .json()
                            .size())
                    .as("parked in " + service)
                    .isZero();
        }
    }

    @Test
    void a_body_of_fifty_megabytes_is_refused_at_the_door() {
        Caller.Answer answer = Caller.as("ecole")
                .call(
                        "POST",
                        NEEDS,
                        "application/json",
                        BodyPublishers.ofByteArray(new byte[50 * 1024 * 1024]),
                        Map.of());
        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void two_referents_on_one_need_the_second_hears_who_was_first() {
        String need = declare();
        assertThat(Caller.as("referente")
                        .post(NEEDS + "/" + need + "/assignment", Map.of())
                        .status())
                .isLessThan(300);
        Caller.Answer second = Caller.as("referent2").post(NEEDS + "/" + need + "/assignment", Map.of());
        refused(409, second);
        assertThat(second.json().get("by").asString()).startsWith("account-");
    }

    @ParameterizedTest
    @EnumSource(
            value = Part.class,
            names = {"NEEDS", "MENTOR", "MATCHING", "FOLLOWUP", "REPORTING", "GATEWAY"})
    void a_killed_service_loses_nothing_and_doubles_nothing(Part part) {
        String answeredBefore = declare();
        RunningSystem.get().system().kill(part);
        if (part != Part.GATEWAY) {
            String page = Map.of(
                            Part.NEEDS, "/besoins/declarer",
                            Part.MENTOR, "/mentors/candidature",
                            Part.REPORTING, "/bilan/public")
                    .getOrDefault(part, "");
            if (!page.isEmpty()) {
                Caller.Answer down = Caller.anonymous().getPage(page);
                assertThat(down.status()).isEqualTo(503);
                assertThat(down.body()).contains("lang=\"fr\"");
            }
        }
        RunningSystem.get().system().start(part);
        assertThat(Caller.as("referente").get(NEEDS + "/" + answeredBefore).status())
                .isEqualTo(200);

        int declared = figure(bilan(), "needs.declared");
        declare();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(figure(bilan(), "needs.declared")).isGreaterThan(declared));
        eachNeedCountsOnce();
    }

    /** The bilan counts exactly the needs that the structures and référents see. */
    private static void eachNeedCountsOnce() {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            int listed = Caller.as("coordination").get(NEEDS).json().size();
            assertThat(figure(bilan(), "needs.declared")).isEqualTo(listed);
        });
    }

    @Test
    void while_kafka_is_down_intake_answers_and_drains_afterwards() {
        RunningSystem.get().system().kill(Part.KAFKA);
        declare();
        declare();
        RunningSystem.get().system().start(Part.KAFKA);
        eachNeedCountsOnce();
    }
}
