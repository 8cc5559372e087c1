package fr.mentoratdurgence.followup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.mentoratdurgence.contracts.matching.v1.MatchConfirmed;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.Http.Answer;
import fr.mentoratdurgence.platform.test.LocalParts;
import fr.mentoratdurgence.platform.test.MovableClock;
import fr.mentoratdurgence.platform.test.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.JsonNode;

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

    @Test
    void all_sides_are_asked_how_it_goes_answer_once_and_what_is_noticed_is_settled_or_put_off() {
        String mentor = Heard.id("mentor");
        MatchConfirmed match = Heard.match(Heard.id("pair"), account(), mentor, "structure-0940176F", "94");
        String pair = match.pair();
        tell("event-" + pair, match);
        Http http = new Http(port);
        Http team = http.as(referent());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> team.get(PAIRS + "/" + pair).status() == 200);
        Http school = http.as(Tokens.structure("structure-0940176F"));
        String today = clock.instant().toString().substring(0, 10);
        assertThat(school.post(PAIRS + "/" + pair + "/introduction", Map.of("introducedOn", today))
                        .status())
                .isEqualTo(200);

        // when nobody confirms the first contact for eight days
        clock.forward(Duration.ofDays(8));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(care(team, pair, "checkIns")).hasSize(3));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(care(team, pair, "alerts").toString()).contains("FIRST_CONTACT"));
        assertThat(team.get("/suivi?qui=tous").body()).contains("Toujours pas de premier contact, 7 jours après");

        // then the mentor says in two taps that all is well, once
        String page = "/suivi/binomes/" + pair + "/point";
        Http byLetter = http.with("Link-Statement", Tokens.link("CHECK_IN", mentor, pair, mentor));
        assertThat(byLetter.get(page).body()).contains("Tout va bien");
        assertThat(byLetter.postForm(page + "/bien", Map.of()).status()).isEqualTo(303);
        Answer twice = byLetter.postForm(page + "/bien", Map.of());
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.body()).contains("Une réponse est déjà enregistrée");
        // and the school, with one of two themes that are true, that it goes badly
        Http ofNeed = http.with(
                "Link-Statement", Tokens.link("NEED_CHECK_IN", match.terms().need(), pair, ""));
        assertThat(ofNeed.postForm(page, Map.of("themes", "HARD_TO_REACH")).body())
                .contains("Dites comment");
        assertThat(ofNeed.postForm(page, Map.of("sante", "2", "themes", "HARD_TO_REACH"))
                        .status())
                .isEqualTo(303);
        assertThat(http.with("Link-Statement", Tokens.link("CHECK_IN", "mentor-other", "pair-other", "mentor-other"))
                        .get(page)
                        .status())
                .isEqualTo(404);
        // and, unasked, that another mentor is wanted: the référent reads it on the list, also after one was taken back
        assertThat(ofNeed.postForm(page + "/aide", Map.of()).status()).isEqualTo(422);
        Map<String, String> another = Map.of("aide", "CHANGE");
        assertThat(ofNeed.postForm(page + "/aide", another).status()).isEqualTo(303);
        assertThat(ofNeed.postForm(page + "/aide", another).body()).contains("C’est déjà demandé");
        assertThat(ofNeed.get(page).body()).contains("vous demandez que ce binôme change", "Annuler");
        assertThat(team.get("/suivi?qui=tous").body()).contains("la structure demande un autre mentor");
        for (int time = 0; time < 2; time++) {
            assertThat(ofNeed.postForm(page + "/aide/annulation", Map.of()).status())
                    .isEqualTo(303);
        }
        assertThat(team.get("/suivi?qui=tous").body()).doesNotContain("la structure demande un autre mentor");
        assertThat(http.as(Tokens.mentor(mentor))
                        .post(PAIRS + "/" + pair + "/help", Map.of("wish", "TALK"))
                        .json()
                        .path("side")
                        .asString())
                .isEqualTo("MENTOR");
        assertThat(team.get("/suivi?qui=tous").body()).contains("le mentor demande qu’on l’appelle");
        String record = team.get("/suivi/binomes/" + pair + "/accompagnement").body();
        assertThat(record)
                .contains("Difficilement", "difficile à joindre", "Quelqu’un dit que cela se passe mal", "Très bien");

        // and the référent settles one alert, puts the other off, and notes what was done
        assertThat(team.postForm(
                                "/suivi/binomes/" + pair + "/alertes/POOR_CHECK_IN/suite",
                                Map.of("suite", "CALLED_STRUCTURE"))
                        .status())
                .isEqualTo(303);
        String later = clock.instant().plus(Duration.ofDays(5)).toString().substring(0, 10);
        String contact = PAIRS + "/" + pair + "/alerts/FIRST_CONTACT";
        assertThat(team.post(contact + "/snooze", Map.of("until", later)).status())
                .isEqualTo(200);
        for (int time = 0; time < 2; time++) {
            assertThat(team.post(contact + "/undoing", "").status())
                    .as("the same answer")
                    .isEqualTo(200);
        }
        assertThat(team.post(contact + "/snooze", Map.of("until", later)).status())
                .isEqualTo(200);
        Map<String, Object> call =
                Map.of("partner", "MENTOR", "reason", "FIRST_CONTACT", "reached", true, "calledOn", today);
        assertThat(team.post(PAIRS + "/" + pair + "/calls", call).status()).isEqualTo(200);
        assertThat(team.post(PAIRS + "/" + pair + "/steps", Map.of("step", "PROBATION"))
                        .status())
                .isEqualTo(200);
        assertThat(http.as(Tokens.mentor(mentor))
                        .get("/suivi/binomes/" + pair + "/accompagnement")
                        .status())
                .isEqualTo(403);

        // and after the end whoever still has the link reads a kind page
        assertThat(team.post(PAIRS + "/" + pair + "/closure", Map.of("planned", true))
                        .status())
                .isEqualTo(200);
        assertThat(byLetter.get(page).body()).contains("Ce binôme est terminé");
        assertThat(care(team, pair, "alerts").toString()).contains("PAIR_ENDED");
        assertThat(told("care-" + pair.substring(5), 18))
                .startsWith("followup.introduction-confirmed.v1")
                .contains(
                        "followup.first-contact-chased.v1",
                        "followup.check-in-scheduled.v1",
                        "followup.check-in-completed.v1",
                        "followup.engagement-alert-raised.v1",
                        "followup.engagement-alert-snoozed.v1",
                        "followup.engagement-alert-resolved.v1",
                        "followup.intervention-step-taken.v1");
    }

    private static JsonNode care(Http http, String pair, String part) {
        return http.get(PAIRS + "/" + pair + "/care").json().path(part);
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

    /** Types that arrived on the topic of a stream, in order, under the key of its pair; waits until there are so many. */
    private static List<String> told(String stream, int expected) {
        Pattern subject = Pattern.compile("\"subject\"\\s*:\\s*\"" + stream + "\"");
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
                    if (subject.matcher(record.value()).find()) {
                        assertThat(record.key()).isEqualTo(stream.replaceFirst("^care-", "pair-"));
                        types.add(record.value().replaceFirst("(?s).*\"type\"\\s*:\\s*\"([^\"]+)\".*", "$1"));
                    }
                });
                return types.size() >= expected;
            });
        }
        return types;
    }
}
