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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole business of this service on a real PostgreSQL and a real Kafka. Each chapter has its own place and territory. */
@ServiceTest
@TestPropertySource(properties = "mentorat.deadlines.every=300ms")
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

    private final int port;

    @Autowired
    private KafkaTemplate<String, byte[]> kafka;

    @Autowired
    private JdbcClient db;

    @Autowired
    private ReadModels readModels;

    private final String territory = OwnTerritory.next();
    private final String need = "need-" + UUID.randomUUID();
    private final String maths = "mentor-" + UUID.randomUUID();
    private final String german = "mentor-" + UUID.randomUUID();
    private final Http team;
    private final Http mentor;
    private final Http stranger;

    MatchingStoryTest(@LocalServerPort int port) {
        this.port = port;
        team = new Http(port).as(Tokens.referent(territory));
        mentor = new Http(port).as(Tokens.mentor(maths));
        stranger = new Http(port).as(Tokens.mentor(german));
    }

    // ---------------------------------------------------------------- given

    @BeforeEach
    void two_places_wait_for_maths_and_two_mentors_are_there_one_of_them_for_maths() {
        tell("needs.v1", need, qualified(2));
        tell("mentors.v1", maths, activated(maths, "MATHS", 1));
        tell("mentors.v1", german, activated(german, "GERMAN", 1));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(ofNeed("waiting_line")
                                + db.sql("select count(*) from mentor_load where mentor in (?, ?)")
                                        .params(maths, german)
                                        .query(Integer.class)
                                        .single())
                        .isEqualTo(3));
    }

    private void tell(String topic, String subject, Object fact) {
        new Heard(kafka).tell(topic, subject, fact);
    }

    /** A run has proposed the one mentor who fits. */
    private String proposed() {
        assertThat(team.post(API + "/runs", "").status()).isEqualTo(200);
        return open(maths);
    }

    private String open(String of) {
        return db.sql("select proposal from proposal where need = ? and mentor = ? and status = 'PROPOSED'")
                .params(need, of)
                .query(String.class)
                .single();
    }

    /** Both have said yes. */
    private String pair() {
        String proposal = proposed();
        assertThat(mentor.post(API + "/proposals/" + proposal + "/acceptance", "")
                        .status())
                .isEqualTo(200);
        return team.post(API + "/proposals/" + proposal + "/validation", "")
                .json()
                .get("pair")
                .asString();
    }

    private String brokenPair() {
        String pair = pair();
        tell(
                "followup.v1",
                pair,
                new PairInterrupted(
                        pair,
                        need,
                        1,
                        1,
                        maths,
                        "MENTOR",
                        "MENTOR_NO_TIME",
                        "REPLACE",
                        null,
                        LocalDate.of(2020, 5, 1)));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(ofNeed("excluded_pairing")).isEqualTo(1));
        return pair;
    }

    /** Somebody who does not fit was chosen by hand. */
    private String chosen() {
        Http.Answer chosen = team.post(
                API + "/matches", Map.of("need", need, "line", 1, "mentor", german, "reason", "STRUCTURE_ASKED"));
        assertThat(chosen.status()).isEqualTo(201);
        return chosen.json().get("proposal").asString();
    }

    // ---------------------------------------------------------------- chapters

    @Test
    void a_run_that_is_sent_twice_runs_once() {
        Http once = team.with("Idempotency-Key", UUID.randomUUID().toString());
        JsonNode run = once.post(API + "/runs", "").json();
        assertThat(run.get("proposals").asInt()).isPositive();
        assertThat(run.get("waitingSeats").asInt()).isPositive();
        assertThat(once.post(API + "/runs", "").json()).isEqualTo(run);
        assertThat(team.get(API + "/runs/" + run.get("run").asString())
                        .json()
                        .get("policyVersion")
                        .asInt())
                .isEqualTo(1);
        assertThat(ofNeed("proposal")).isEqualTo(1);
        assertThat(open(maths)).isNotEmpty();
    }

    @Test
    void it_is_said_why_this_mentor_and_why_the_other_place_still_waits() {
        String proposal = proposed();
        assertThat(team.get(API + "/proposals?status=PROPOSED").json().size()).isEqualTo(1);
        JsonNode explained = team.get(API + "/proposals/" + proposal).json().get("explanation");
        assertThat(explained.get("checked").size()).isEqualTo(9);
        assertThat(explained.get("terms").size()).isEqualTo(7);
        JsonNode waiting = team.get(API + "/lines").json().get(0);
        JsonNode why = team.get(
                        API + "/lines/" + need + "/" + waiting.get("line").asInt())
                .json()
                .get("why");
        assertThat(why.get("outbid").asInt()).isEqualTo(1);
        assertThat(why.get("removed").findValuesAsString("rule")).contains("SUBJECT_AT_LEVEL");

        assertThat(team.get("/appariement").body()).contains("Pourquoi pas encore", "Lancer le calcul");
        assertThat(team.get("/appariement/propositions/" + proposal).body())
                .contains(
                        "Pourquoi ce mentor",
                        "Tout ce qui est obligatoire est respecté",
                        "Le mentor accompagne ce territoire.",
                        "Les deux sont libres à la même heure, chaque semaine.");
        assertThat(team.get("/appariement/lignes/" + need + "/1").body())
                .contains("Choisir un mentor vous-même", "pas dans la matière demandée");
    }

    @Test
    void the_mentor_answers_then_the_referent_and_the_match_is_told() {
        String proposal = proposed();
        assertThat(mentor.get("/appariement/mes-propositions").body()).contains("Oui, j’accepte");
        assertThat(mentor.get(API + "/proposals/mine").json().size()).isEqualTo(1);
        String validation = API + "/proposals/" + proposal + "/validation";
        assertThat(team.post(validation, "").json().get("code").asString()).isEqualTo("NOT_ACCEPTED_YET");
        assertThat(stranger.post(API + "/proposals/" + proposal + "/acceptance", "")
                        .status())
                .isEqualTo(404);
        assertThat(mentor.postForm(
                                "/appariement/propositions/" + proposal + "/acceptation",
                                Map.of("retour", "//mechant.example"))
                        .location())
                .endsWith("/appariement/mes-propositions");
        Http elsewhere = new Http(port).as(Tokens.referent("13"));
        assertThat(elsewhere.post(validation, "").status()).isEqualTo(404);
        assertThat(elsewhere.get(API + "/proposals").json().size()).isZero();

        assertThat(team.post(validation, "").json().get("pair").asString()).startsWith("pair-");
        Http.Answer late = new Http(port).as(Tokens.coordinator()).post(validation, "");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().get("code").asString()).isEqualTo("ALREADY_CONFIRMED");
        assertThat(late.json().get("by").asString()).isEqualTo(referent());
        assertThat(late.json().get("detail").asString())
                .contains("déjà validé, depuis le")
                .doesNotContain("{");

        JsonNode told = published("matching.match-confirmed.v1", proposal);
        assertThat(told.at("/terms/structure").asString()).isEqualTo("structure-0940176F");
        assertThat(told.at("/terms/referent").asString()).isEqualTo(referent());
        assertThat(told.at("/terms/needDeclaredOn").asString()).isEqualTo("2020-04-01");
    }

    @Test
    void the_place_of_a_pair_that_breaks_is_free_again_and_not_for_the_same_mentor() {
        assertThat(brokenPair()).startsWith("pair-");
        assertThat(team.post(API + "/runs", "").status()).isEqualTo(200);
        assertThat(ofNeed("proposal")).as("no second one").isEqualTo(1);
        assertThat(team.post(API + "/matches", Map.of("need", need, "line", 1, "mentor", maths, "reason", "OTHER"))
                        .json()
                        .get("code")
                        .asString())
                .as("an exclusion holds for people, too")
                .isEqualTo("PAIRING_EXCLUDED");
    }

    @Test
    void a_referent_may_choose_against_the_engine_with_a_reason() {
        assertThat(team.post(API + "/matches", Map.of("need", need, "line", 1, "mentor", german))
                        .status())
                .isEqualTo(422);
        assertThat(team.get("/appariement/propositions/" + chosen()).body())
                .contains("la structure l’a demandé", "pas dans la matière demandée");
    }

    @Test
    void silence_is_an_event() {
        String proposal = chosen();
        assertThat(ofNeed("used_seat")).isEqualTo(1);
        AHEAD.updateAndGet(ahead -> ahead.plusDays(4));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(team.get(API + "/proposals/" + proposal)
                                .json()
                                .get("proposal")
                                .get("status")
                                .asString())
                        .isEqualTo("EXPIRED"));
        assertThat(ofNeed("used_seat")).isZero();
    }

    @Test
    void a_no_needs_no_reason_and_in_the_end_all_goes_away_and_is_the_same_when_told_again() {
        String pair = brokenPair();
        String proposal = chosen();
        assertThat(stranger.postForm("/appariement/propositions/" + proposal + "/refus", Map.of())
                        .status())
                .isEqualTo(303);
        assertThat(ofNeed("excluded_pairing")).isEqualTo(2);
        tell("needs.v1", need, new NeedLineCountRevised(need, 1, 2, 1, "FEWER_PLACES"));
        tell("needs.v1", need, new NeedWithdrawn(need, "OTHER"));
        tell("mentors.v1", maths, new MentorWithdrew(maths, "NO_TIME", LocalDate.of(2020, 5, 2)));
        tell("followup.v1", pair, new PairClosed(pair, need, 1, 1, maths, true, LocalDate.of(2020, 7, 4)));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(team.get(API + "/lines").json().size()).isZero();
            assertThat(db.sql("select mentor from mentor_load where open and mentor in (?, ?)")
                            .params(maths, german)
                            .query(String.class)
                            .list())
                    .containsExactly(german);
        });
        assertThat(db.sql("select seats from waiting_line where need = ?")
                        .param(need)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(db.sql("select count(*) from dead_letter")
                        .query(Integer.class)
                        .single())
                .isZero();

        assertThat(readModels.names()).hasSize(6);
        Rebuilt.holdTheSame(readModels, this::rows);
    }

    private String referent() {
        return Tokens.account("referente-" + territory);
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
                "referent_load",
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
        assertThat(rows.get("proposal")).hasSizeGreaterThanOrEqualTo(2);
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

    private int ofNeed(String table) {
        return db.sql("select count(*) from " + table + " where need = ?")
                .param(need)
                .query(Integer.class)
                .single();
    }

    private NeedQualified qualified(int seats) {
        return new NeedQualified(
                need,
                "structure-0940176F",
                referent(),
                territory,
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

    private MentorActivated activated(String mentor, String subject, int capacity) {
        return new MentorActivated(
                mentor,
                true,
                territory,
                false,
                capacity,
                List.of(new Skill(subject, "CP_CE2", "LYCEE_PRO")),
                List.of("HOMEWORK", "METHOD"),
                List.of("VIDEO"),
                List.of(),
                LocalDate.of(2020, 4, 2));
    }
}
