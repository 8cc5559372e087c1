package fr.mentoratdurgence.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.mentoratdurgence.contracts.followup.v1.PairClosed;
import fr.mentoratdurgence.contracts.followup.v1.PairInterrupted;
import fr.mentoratdurgence.contracts.mentors.v1.MentorActivated;
import fr.mentoratdurgence.contracts.mentors.v1.MentorWithdrew;
import fr.mentoratdurgence.contracts.mentors.v1.Skill;
import fr.mentoratdurgence.contracts.needs.v1.NeedLine;
import fr.mentoratdurgence.contracts.needs.v1.NeedLineCountRevised;
import fr.mentoratdurgence.contracts.needs.v1.NeedQualified;
import fr.mentoratdurgence.contracts.needs.v1.NeedWithdrawn;
import fr.mentoratdurgence.platform.readmodel.ReadModels;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.LocalParts;
import fr.mentoratdurgence.platform.test.Rebuilt;
import fr.mentoratdurgence.platform.test.ServiceTest;
import fr.mentoratdurgence.platform.test.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole business of this service on a real PostgreSQL and a real Kafka. */
@ServiceTest
@TestPropertySource(properties = "mentorat.expiry-every=300ms")
class MatchingStoryTest {
    private static final String API = "/api/matching/v1";
    private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);

    @TestConfiguration
    static class MovableTime {
        @Bean
        Clock clock() {
            Clock real = Clock.system(ZoneId.of("Europe/Paris"));
            return new Clock() {
                @Override
                public ZoneId getZone() {
                    return real.getZone();
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return real.withZone(zone);
                }

                @Override
                public Instant instant() {
                    return real.instant().plus(AHEAD.get());
                }
            };
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    KafkaTemplate<String, byte[]> kafka;

    @Autowired
    JdbcClient db;

    @Autowired
    ReadModels readModels;

    @Autowired
    ApplicationContext context;

    private final String need = "need-" + UUID.randomUUID();
    private final String maths = "mentor-" + UUID.randomUUID();
    private final String german = "mentor-" + UUID.randomUUID();

    @Test
    void a_place_finds_its_mentor() {
        Heard others = new Heard(kafka);
        others.tell("needs.v1", need, qualified(need, 2));
        others.tell("mentors.v1", maths, activated(maths, "MATHS", 1));
        others.tell("mentors.v1", german, activated(german, "GERMAN", 1));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(count("waiting_line") + count("mentor_load")).isEqualTo(3));

        // a run, sent twice, runs once
        Http team = new Http(port).as(Tokens.referent("94"));
        Http once = team.with("Idempotency-Key", UUID.randomUUID().toString());
        JsonNode run = once.post(API + "/runs", "").json();
        assertThat(run.get("proposals").asInt()).isEqualTo(1);
        assertThat(run.get("waitingSeats").asInt()).isEqualTo(1);
        assertThat(once.post(API + "/runs", "").json()).isEqualTo(run);
        assertThat(team.get(API + "/runs/" + run.get("run").asString())
                        .json()
                        .get("policyVersion")
                        .asInt())
                .isEqualTo(1);

        // why this one, and why the other place still waits
        JsonNode proposals = team.get(API + "/proposals?status=PROPOSED").json();
        assertThat(proposals.size()).isEqualTo(1);
        String proposal = proposals.get(0).get("proposal").asString();
        JsonNode explained = team.get(API + "/proposals/" + proposal).json().get("explanation");
        assertThat(explained.get("checked").size()).isEqualTo(9);
        assertThat(explained.get("terms").size()).isEqualTo(7);
        JsonNode why = team.get(API + "/lines").json().get(0).get("why");
        assertThat(why.get("outbid").asInt()).isEqualTo(1);
        assertThat(why.get("removed").get(0).get("rule").asString()).isEqualTo("SUBJECT_AT_LEVEL");

        // pages for people
        assertThat(team.get("/appariement").body()).contains("Pourquoi pas encore", "Lancer le calcul");
        assertThat(team.get("/appariement/propositions/" + proposal).body())
                .contains(
                        "Pourquoi ce mentor",
                        "Tout ce qui est obligatoire est respecté",
                        "Le mentor accompagne ce territoire.",
                        "Les deux sont libres à la même heure, chaque semaine.");
        assertThat(team.get("/appariement/lignes/" + need + "/1").body())
                .contains("Choisir un mentor vous-même", "pas dans la matière demandée");

        // the mentor answers, then the référent
        Http mentor = new Http(port).as(Tokens.mentor(maths));
        assertThat(mentor.get("/appariement/mes-propositions").body()).contains("Oui, j’accepte");
        assertThat(mentor.get(API + "/proposals/mine").json().size()).isEqualTo(1);
        assertThat(team.post(API + "/proposals/" + proposal + "/validation", "")
                        .json()
                        .get("code")
                        .asString())
                .isEqualTo("NOT_ACCEPTED_YET");
        Http stranger = new Http(port).as(Tokens.mentor(german));
        assertThat(stranger.post(API + "/proposals/" + proposal + "/acceptance", "")
                        .status())
                .isEqualTo(404);
        assertThat(mentor.postForm(
                                "/appariement/propositions/" + proposal + "/acceptation",
                                Map.of("retour", "//mechant.example"))
                        .location())
                .endsWith("/appariement/mes-propositions");
        Http elsewhere = new Http(port).as(Tokens.referent("13"));
        assertThat(elsewhere
                        .post(API + "/proposals/" + proposal + "/validation", "")
                        .status())
                .isEqualTo(404);
        assertThat(elsewhere.get(API + "/proposals").json().size()).isZero();

        JsonNode confirmed =
                team.post(API + "/proposals/" + proposal + "/validation", "").json();
        String pair = confirmed.get("pair").asString();
        assertThat(pair).startsWith("pair-");
        Http.Answer late =
                new Http(port).as(Tokens.coordinator()).post(API + "/proposals/" + proposal + "/validation", "");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().get("code").asString()).isEqualTo("ALREADY_CONFIRMED");
        assertThat(late.json().get("by").asString()).isEqualTo(Tokens.account("referente-94"));
        assertThat(late.json().get("detail").asString())
                .contains("déjà validé, depuis le")
                .doesNotContain("{");

        JsonNode told = published("matching.match-confirmed.v1", proposal);
        assertThat(told.get("structure").asString()).isEqualTo("structure-0940176F");
        assertThat(told.get("referent").asString()).isEqualTo(Tokens.account("referente-94"));
        assertThat(told.get("needDeclaredOn").asString()).isEqualTo("2020-04-01");

        // the pair breaks: the place is free again, not for the same mentor
        others.tell(
                "followup.v1",
                pair,
                new PairInterrupted(pair, need, 1, 1, maths, "MENTOR", "MENTOR_NO_TIME", LocalDate.of(2020, 5, 1)));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(count("excluded_pairing")).isEqualTo(1));
        assertThat(team.post(API + "/runs", "").json().get("proposals").asInt()).isZero();

        // a référent may choose against the engine's rules, with a reason, and never against an exclusion
        assertThat(team.post(API + "/matches", Map.of("need", need, "line", 1, "mentor", german))
                        .status())
                .isEqualTo(422);
        assertThat(team.post(API + "/matches", Map.of("need", need, "line", 1, "mentor", maths, "reason", "OTHER"))
                        .json()
                        .get("code")
                        .asString())
                .isEqualTo("PAIRING_EXCLUDED");
        Http.Answer chosen = team.post(
                API + "/matches", Map.of("need", need, "line", 1, "mentor", german, "reason", "STRUCTURE_ASKED"));
        assertThat(chosen.status()).isEqualTo(201);
        String manual = chosen.json().get("proposal").asString();
        assertThat(team.get("/appariement/propositions/" + manual).body())
                .contains("la structure l’a demandé", "pas dans la matière demandée");

        // silence is an event
        AHEAD.set(Duration.ofDays(4));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(team.get(API + "/proposals/" + manual)
                                .json()
                                .get("proposal")
                                .get("status")
                                .asString())
                        .isEqualTo("EXPIRED"));
        assertThat(count("used_seat")).isZero();

        // a mentor says no without a reason; then the rest goes away
        String second = team.post(
                        API + "/matches",
                        Map.of("need", need, "line", 1, "mentor", german, "reason", "STRUCTURE_ASKED"))
                .json()
                .get("proposal")
                .asString();
        assertThat(stranger.postForm("/appariement/propositions/" + second + "/refus", Map.of())
                        .status())
                .isEqualTo(303);
        assertThat(count("excluded_pairing")).isEqualTo(2);
        others.tell("needs.v1", need, new NeedLineCountRevised(need, 1, 2, 1, "FEWER_PLACES"));
        others.tell("needs.v1", need, new NeedWithdrawn(need, "OTHER"));
        others.tell("mentors.v1", maths, new MentorWithdrew(maths, "NO_TIME", LocalDate.of(2020, 5, 2)));
        others.tell("followup.v1", pair, new PairClosed(pair, need, 1, 1, maths, true, LocalDate.of(2020, 7, 4)));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(team.get(API + "/lines").json().size()).isZero();
            assertThat(db.sql("select count(*) from mentor_load where open")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        });
        assertThat(db.sql("select seats from waiting_line").query(Integer.class).single())
                .isEqualTo(1);
        assertThat(count("dead_letter")).isZero();

        assertThat(readModels.names()).hasSize(6);
        Rebuilt.holdTheSame(readModels, this::rows);
    }

    private Map<String, List<Map<String, Object>>> rows() {
        Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();
        for (String table : List.of(
                "waiting_line",
                "used_seat",
                "excluded_pairing",
                "replacement",
                "prematching",
                "referent_pair",
                "policy_version",
                "mentor_load",
                "proposal",
                "explanation",
                "matching_run")) {
            List<Map<String, Object>> all = new ArrayList<>();
            db.sql("select to_jsonb(t)::text as t from " + table + " t order by 1")
                    .query()
                    .listOfRows()
                    .forEach(all::add);
            rows.put(table, all);
        }
        assertThat(rows.get("proposal")).hasSize(3);
        return rows;
    }

    private JsonNode published(String type, String key) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                LocalParts.kafka(),
                "group.id",
                "reader-" + UUID.randomUUID(),
                "auto.offset.reset",
                "earliest",
                "key.deserializer",
                StringDeserializer.class,
                "value.deserializer",
                StringDeserializer.class);
        AtomicReference<@Nullable JsonNode> found = new AtomicReference<>();
        try (KafkaConsumer<String, String> reader = new KafkaConsumer<>(settings)) {
            reader.subscribe(List.of("matching.v1"));
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                reader.poll(Duration.ofMillis(300)).forEach(record -> {
                    JsonNode envelope = JsonMapper.shared().readTree(record.value());
                    if (record.key().equals(key)
                            && envelope.get("type").asString().equals(type)) {
                        found.set(envelope.get("data"));
                    }
                });
                return found.get() != null;
            });
        }
        return Objects.requireNonNull(found.get());
    }

    private int count(String table) {
        return db.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private static NeedQualified qualified(String need, int seats) {
        return new NeedQualified(
                need,
                "structure-0940176F",
                Tokens.account("referente-94"),
                "94",
                "24",
                "REP",
                List.of(new NeedLine(
                        1,
                        "COLLEGE_6_5",
                        seats,
                        List.of("HOMEWORK"),
                        List.of("MATHS"),
                        List.of("VIDEO"),
                        List.of(new fr.mentoratdurgence.contracts.needs.v1.WeeklySlot("WEDNESDAY", 840, 960)),
                        false)),
                LocalDate.of(2020, 4, 1),
                LocalDate.of(2020, 4, 3));
    }

    private static MentorActivated activated(String mentor, String subject, int capacity) {
        return new MentorActivated(
                mentor,
                true,
                "94",
                true,
                capacity,
                List.of(new Skill(subject, "CP_CE2", "LYCEE_PRO")),
                List.of("HOMEWORK", "METHOD"),
                List.of("VIDEO"),
                List.of(),
                LocalDate.of(2020, 4, 2));
    }
}
