package fr.mentoratdurgence.followup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.mentoratdurgence.contracts.matching.v1.MatchConfirmed;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.Http.Answer;
import fr.mentoratdurgence.platform.test.LocalParts;
import fr.mentoratdurgence.platform.test.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.core.KafkaTemplate;

/** The life of pairs, from a match heard on the topic to the end told on the topic. */
@FollowupTest
class FollowupStoryTest {
    private static final String PAIRS = "/api/followup/v1/pairs";

    @LocalServerPort
    private int port;

    @Autowired
    private KafkaTemplate<String, byte[]> kafka;

    @Autowired
    private MovableClock clock;

    private String referent() {
        return Tokens.referent("94", "93");
    }

    private static String account() {
        return Tokens.account("referente-94-93");
    }

    @Test
    void a_match_heard_twice_opens_one_pair_that_lives_and_ends() {
        String mentor = Heard.id("mentor");
        MatchConfirmed match = Heard.match(Heard.id("pair"), account(), mentor, "structure-0940176F", "94");
        String pair = match.pair();
        tell("event-" + pair, match);
        tell("event-" + pair, match);
        tell("event-again-" + pair, match);
        Http http = new Http(port);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(
                                http.as(referent()).get(PAIRS + "/" + pair).status())
                        .isEqualTo(200));
        String today = clock.instant().toString().substring(0, 10);

        Http asMentor = http.as(Tokens.mentor(mentor));
        Http twice = asMentor.with("Idempotency-Key", Heard.id("command"));
        Map<String, Object> session = Map.of("heldOn", today, "minutes", 45, "channel", "PHONE");
        Answer first = twice.post(PAIRS + "/" + pair + "/sessions", session);
        Answer again = twice.post(PAIRS + "/" + pair + "/sessions", session);
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        Http asStructure = http.as(Tokens.structure("structure-0940176F"));
        assertThat(asStructure.post(PAIRS + "/" + pair + "/sessions", session).json())
                .as("the other side confirms it")
                .isEqualTo(first.json());
        Answer longer = asStructure.post(
                PAIRS + "/" + pair + "/sessions", Map.of("heldOn", today, "minutes", 60, "channel", "PHONE"));
        assertThat(longer.status()).isEqualTo(409);
        assertThat(longer.json().path("code").asString()).isEqualTo("SESSION_TOLD_THAT_DAY");
        String logged =
                PAIRS + "/" + pair + "/sessions/" + first.json().path("session").asString();
        Map<String, Object> right = Map.of("heldOn", today, "minutes", 40, "channel", "PHONE", "reason", "MISTYPED");
        assertThat(asStructure.post(logged + "/correction", right).status()).isEqualTo(403);
        assertThat(asMentor.post(logged + "/correction", right).status()).isEqualTo(200);
        assertThat(http.as(referent())
                        .post(
                                logged + "/correction",
                                Map.of("heldOn", today, "minutes", 45, "channel", "PHONE", "reason", "OTHERWISE"))
                        .status())
                .as("a correction is corrected")
                .isEqualTo(200);

        assertThat(http.as(Tokens.structure("structure-0940176F"))
                        .post(
                                PAIRS + "/" + pair + "/missed-sessions",
                                Map.of("plannedOn", today, "missedBy", "YOUTH", "excused", true, "repeat", "ANOTHER"))
                        .status())
                .isEqualTo(201);
        Answer contact = asMentor.post(PAIRS + "/" + pair + "/first-contact", Map.of("contactedOn", today));
        assertThat(contact.status()).isEqualTo(409);
        assertThat(contact.json().path("code").asString()).isEqualTo("FIRST_CONTACT_ALREADY_CONFIRMED");
        assertThat(asMentor.post(
                                PAIRS + "/" + pair + "/sessions",
                                Map.of("heldOn", today, "minutes", 241, "channel", "PHONE"))
                        .status())
                .isEqualTo(422);
        assertThat(asMentor.post(PAIRS + "/" + pair + "/sessions", Map.of("minutes", 30))
                        .body())
                .contains("heldOn");

        Answer end = http.as(referent())
                .post(PAIRS + "/" + pair + "/interruption", Map.of("side", "YOUTH", "reason", "SCHEDULE"));
        assertThat(end.status()).as(end.body()).isEqualTo(200);
        assertThat(end.json().path("status").asString()).isEqualTo("INTERRUPTED");
        assertThat(end.json().path("sessions").asInt()).isEqualTo(1);
        assertThat(end.json().path("minutes").asInt()).isEqualTo(45);
        assertThat(end.json().path("missedSessions").asInt()).isEqualTo(1);
        assertThat(asMentor.post(
                                PAIRS + "/" + pair + "/sessions",
                                Map.of("heldOn", today, "minutes", 30, "channel", "PHONE", "repeat", "SAME"))
                        .json())
                .as("told after the end, of a day before it")
                .isEqualTo(first.json());
        assertThat(http.as(referent())
                        .post(PAIRS + "/" + pair + "/closure", Map.of("planned", true))
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("PAIR_ENDED");

        String going = PAIRS + "/" + pair + "/continuation";
        Answer unknown = http.as(referent()).post(going, Map.of("association", "CLUB_DES_CINQ", "proposedOn", today));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.body()).contains("associations membres").contains("AFEV (Afev)");
        assertThat(http.as(referent())
                        .post(going + "/answer", Map.of("agreed", true, "side", "STRUCTURE", "answeredOn", today))
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("NO_CONTINUATION_TO_ANSWER");
        assertThat(http.as(referent())
                        .post(going, Map.of("association", "AFEV", "proposedOn", today))
                        .json()
                        .path("continuation")
                        .asString())
                .isEqualTo("PROPOSED");
        assertThat(http.as(referent())
                        .post(going + "/answer", Map.of("agreed", true, "side", "STRUCTURE", "answeredOn", today))
                        .json()
                        .path("continuation")
                        .asString())
                .isEqualTo("AGREED");

        assertThat(told(pair, 10))
                .containsExactly(
                        "followup.pair-opened.v1",
                        "followup.first-contact-confirmed.v1",
                        "followup.session-held.v1",
                        "followup.session-confirmed.v1",
                        "followup.session-corrected.v1",
                        "followup.session-corrected.v1",
                        "followup.session-missed.v1",
                        "followup.pair-interrupted.v1",
                        "followup.continuation-proposed.v1",
                        "followup.continuation-agreed.v1");
    }

    @Test
    void silence_says_so_by_itself_and_a_late_contact_keeps_both_facts() {
        MatchConfirmed match = Heard.match(Heard.id("pair"), account());
        tell("event-" + match.pair(), match);
        Http http = new Http(port).as(referent());
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(http.get(PAIRS + "/" + match.pair()).status())
                                .isEqualTo(200));
        assertThat(overdue(http, match.pair())).isFalse();

        clock.forward(Duration.ofDays(2));
        await().atMost(Duration.ofSeconds(30)).until(() -> overdue(http, match.pair()));

        String today = clock.instant().toString().substring(0, 10);
        Answer late = http.post(PAIRS + "/" + match.pair() + "/first-contact", Map.of("contactedOn", today));
        assertThat(late.json().path("firstContactOverdue").asBoolean()).isTrue();
        assertThat(late.json().path("firstContactOn").asString()).isEqualTo(today);
        assertThat(told(match.pair(), 3))
                .containsExactly(
                        "followup.pair-opened.v1",
                        "followup.first-contact-overdue.v1",
                        "followup.first-contact-confirmed.v1");
    }

    private static boolean overdue(Http http, String pair) {
        return http.get(PAIRS + "/" + pair).json().path("firstContactOverdue").asBoolean();
    }

    private void tell(String id, MatchConfirmed match) {
        kafka.send(
                        "matching.v1",
                        match.proposal(),
                        Heard.envelope(id, match, match.proposal(), clock.instant())
                                .getBytes(UTF_8))
                .join();
    }

    /** Types that arrived on the topic for a pair, in order; waits until there are so many. */
    private static List<String> told(String pair, int expected) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", LocalParts.kafka());
        settings.put("group.id", Heard.id("listener"));
        settings.put("auto.offset.reset", "earliest");
        List<String> types = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("followup.v1"));
            await().atMost(Duration.ofSeconds(60)).pollInSameThread().until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (pair.equals(record.key())) {
                        types.add(record.value().replaceFirst("(?s).*\"type\"\\s*:\\s*\"([^\"]+)\".*", "$1"));
                    }
                });
                return types.size() >= expected;
            });
        }
        return types;
    }
}
