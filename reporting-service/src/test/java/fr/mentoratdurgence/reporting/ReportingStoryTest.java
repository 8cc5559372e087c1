package fr.mentoratdurgence.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.LocalParts;
import fr.mentoratdurgence.platform.test.ServiceTest;
import fr.mentoratdurgence.platform.test.Tokens;
import fr.mentoratdurgence.reporting.Season.Told;
import fr.mentoratdurgence.reporting.bilan.Bilan;
import fr.mentoratdurgence.reporting.bilan.Scope;
import fr.mentoratdurgence.reporting.ledger.Field;
import fr.mentoratdurgence.reporting.ledger.Kind;
import fr.mentoratdurgence.sealing.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.test.context.TestPropertySource;

/**
 * One season on a real PostgreSQL and a real Kafka: heard, kept, counted, wiped, heard again, heard elsewhere. The season
 * is told once, to whoever comes first; each chapter waits for all of it and asks for no later day.
 */
@ServiceTest
@TestPropertySource(properties = "story=reporting")
class ReportingStoryTest {
    private static final List<String> TOPICS = List.of("needs.v1", "mentors.v1", "matching.v1", "followup.v1");
    private static final String API = "/api/reporting/v1";
    private static final List<Told> SEASON = Season.tied(2020, 60);
    private static final Instant END = SEASON.getLast().at();
    private static final Told FROM_TOMORROW = Season.told(
            "needs",
            "needs.need-blessed.v7",
            "need-of-tomorrow",
            0,
            SEASON.getFirst().at().plusSeconds(9),
            "{\"by\":7}");
    private static final Told OUT_OF_SHAPE = Season.told(
            "needs",
            "needs.need-declared.v1",
            "need-out-of-shape",
            0,
            SEASON.getFirst().at().plusSeconds(8),
            "[]");
    private static final int ALL = SEASON.size() + 2;

    @Autowired
    private JdbcClient db;

    @Autowired
    private KafkaListenerEndpointRegistry listeners;

    @Value("${mentorat.consumer-group}")
    private String group;

    @Value("${spring.datasource.url}")
    private String url;

    @Value("${spring.flyway.user}")
    private String ownerName;

    @Value("${spring.flyway.password}")
    private String ownerPassword;

    private final Http everybody;
    private final Http analyst;

    ReportingStoryTest(@LocalServerPort int port) {
        everybody = new Http(port);
        analyst = everybody.as(Tokens.role("analyst"));
    }

    private static boolean isTold;

    /** Once the service is there: at its start the topics are emptied of what other tests told. */
    @BeforeEach
    void tell_the_season_late_twice_and_out_of_order_across_topics() {
        if (isTold) {
            return;
        }
        isTold = true;
        try (Admin admin = admin()) {
            for (String topic : TOPICS) {
                createTopic(admin, topic);
            }
        }
        Random random = new Random(1);
        List<String> topics = new ArrayList<>(TOPICS);
        Collections.shuffle(topics, random);
        try (KafkaProducer<String, byte[]> kafka = LocalParts.publisher()) {
            for (String topic : topics) {
                for (Told told : SEASON) {
                    if (told.topic().equals(topic)) {
                        send(kafka, told);
                        if (random.nextInt(10) == 0) {
                            send(kafka, told);
                        }
                    }
                }
            }
            send(kafka, FROM_TOMORROW);
            send(kafka, OUT_OF_SHAPE);
        }
    }

    @Test
    void everything_is_kept_once_also_what_is_not_understood() {
        awaitHistory(analyst, ALL);

        var status = analyst.get(API + "/history/status").json();
        assertThat(status.get("unknown").asLong()).isEqualTo(1);
        assertThat(Instant.parse(status.get("last").asString())).isAfterOrEqualTo(END);
        assertThat(status.get("types").toString()).contains("needs.need-blessed.v7");
        assertThat(db.sql("select attributes ->> 'actor' from history where event_id = ?")
                        .param(FROM_TOMORROW.id())
                        .query(String.class)
                        .single())
                .isEqualTo("account-00000000-0000-4000-8000-000000000003");
        assertThat(db.sql("select count(distinct tableoid) from history")
                        .query(Long.class)
                        .single())
                .as("a partition for each month")
                .isGreaterThan(1);
    }

    @Test
    void the_bilan_is_what_the_pure_folds_say() throws Exception {
        awaitHistory(analyst, ALL);
        Bilan expected = expected(END);

        var answer = analyst.get(API + "/bilan?asOf=" + END).json();
        assertThat(answer.get("hash").asString()).isEqualTo(expected.hash());
        assertThat(answer.get("events").asLong()).isEqualTo(ALL);
        var asked = answer.get("figures")
                .valueStream()
                .filter(figure -> figure.get("code").asString().equals("places.asked"))
                .findFirst()
                .orElseThrow();
        assertThat(asked.get("value").decimalValue())
                .isEqualByComparingTo(expected.figure("places.asked").value());
        assertThat(asked.get("breakdowns")
                        .get(0)
                        .get("parts")
                        .get(0)
                        .get("label")
                        .asString())
                .isEqualTo("CP-CE2");

        String text = analyst.get(API + "/bilan.txt?asOf=" + END).body();
        assertThat(Sha256.hex(text)).isEqualTo(expected.hash());
        assertThat(analyst.get(API + "/bilan.csv?asOf=" + END).body())
                .startsWith("\uFEFFCode;")
                .contains(expected.hash());
    }

    @Test
    void any_past_instant_can_be_asked() {
        awaitHistory(analyst, ALL);
        for (int i = 10; i < SEASON.size(); i += SEASON.size() / 5) {
            Instant past = SEASON.get(i).at();
            assertThat(hashOf(analyst, past)).isEqualTo(expected(past).hash());
        }
    }

    @Test
    void the_application_has_no_right_to_change_the_history_and_its_owner_is_refused_too() {
        awaitHistory(analyst, ALL);
        String partition = db.sql("select min(tableoid::regclass::text) from history")
                .query(String.class)
                .single();
        Map<String, String> columns = Map.of(
                "history",
                "type",
                partition,
                "type",
                "domain_event",
                "type",
                "bilan_text",
                "content",
                "exact_view",
                "account",
                "sealed_line",
                "hash");
        columns.forEach((table, column) -> {
            for (String change : List.of(
                    "update %1$s set %2$s = 'x'",
                    "delete from %1$s",
                    "truncate %1$s",
                    "drop table %1$s",
                    "alter table %1$s disable trigger user",
                    "alter table %1$s rename to other",
                    "create trigger mine before insert on %1$s for each row execute function refuse_change()")) {
                assertThatThrownBy(() -> db.sql(change.formatted(table, column)).update())
                        .as(change, table, column)
                        .isInstanceOf(DataAccessException.class)
                        .rootCause()
                        .message()
                        .containsAnyOf("permission denied", "must be owner");
            }
        });
        for (String change : List.of(
                "update history set actor = 'x'",
                "delete from history",
                "truncate history",
                "update " + partition + " set actor = 'x'",
                "delete from " + partition,
                "truncate " + partition,
                "truncate domain_event",
                "truncate bilan_text",
                "truncate exact_view")) {
            assertThatThrownBy(() -> owner().sql(change).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void the_application_owns_what_it_rebuilds_and_may_make_schemas() {
        assertThat(db.sql("""
                        select relname from pg_class where relnamespace = 'public'::regnamespace
                        and relkind in ('r', 'p') and relowner <> current_user::regrole
                        and relname !~ '^history_\\d'""").query(String.class).list())
                .containsExactlyInAnyOrder(
                        "history",
                        "domain_event",
                        "bilan_text",
                        "exact_view",
                        "sealed_line",
                        "false_alarm",
                        "imported_line",
                        "flyway_schema_history");
        for (String step : List.of(
                "create schema copy",
                "create schema aside",
                "create table copy.assessment (like public.assessment including all)",
                "alter table public.assessment set schema aside",
                "alter table copy.assessment set schema public",
                "drop schema aside cascade",
                "drop schema copy")) {
            db.sql(step).update();
        }
    }

    @Test
    void the_database_knows_on_what_day_a_fact_happened() {
        String dayOf = "select history_happened_on(?, '2020-05-04T22:30:00Z', ?::json)";
        for (Kind kind : Kind.values()) {
            Field day = kind.day();
            String body = "{\"%s\":\"2020-02-03\"}".formatted(day == null ? "heldOn" : day.component());
            assertThat(db.sql(dayOf)
                            .params(kind.type(), body)
                            .query(String.class)
                            .single())
                    .as(kind.type())
                    .isEqualTo(day == null ? "2020-05-05" : "2020-02-03");
        }
        for (String body : List.of("{}", "[]", "5", "{\"heldOn\":\"hier\"}", "{\"heldOn\":null}", "{\"heldOn\":[1]}")) {
            assertThat(db.sql(dayOf)
                            .params("followup.session-held.v1", body)
                            .query(String.class)
                            .single())
                    .as(body)
                    .isEqualTo("2020-05-05");
        }
    }

    @Test
    void wiped_and_heard_again_the_hash_is_the_same() throws Exception {
        awaitHistory(analyst, ALL);
        String before = hashOf(analyst, END);

        listeners.getListenerContainers().forEach(MessageListenerContainer::stop);
        owner().sql("alter table history disable trigger user").update();
        owner().sql("delete from history").update();
        owner().sql("alter table history enable trigger user").update();
        db.sql("delete from inbox_event").update();
        try (Admin admin = admin()) {
            await().atMost(Duration.ofSeconds(20))
                    .ignoreExceptions()
                    .until(() ->
                            admin.deleteConsumerGroups(List.of(group)).all().get() == null);
        }
        assertThat(analyst.get(API + "/history/status").json().get("events").asLong())
                .isZero();
        listeners.getListenerContainers().forEach(MessageListenerContainer::start);

        awaitHistory(analyst, ALL);
        assertThat(hashOf(analyst, END)).isEqualTo(before);
    }

    @Test
    void a_second_system_that_hears_another_interleaving_says_the_same() {
        awaitHistory(analyst, ALL);
        try (ConfigurableApplicationContext second = new SpringApplicationBuilder(ReportingApplication.class)
                .initializers(new LocalParts.Initializer())
                .properties("spring.kafka.consumer.max-poll-records=7")
                .run()) {
            int port = Integer.parseInt(second.getEnvironment().getRequiredProperty("local.server.port"));
            Http other = new Http(port).as(Tokens.role("analyst"));
            awaitHistory(other, ALL);

            assertThat(hashOf(other, END)).isEqualTo(hashOf(analyst, END));
        }
    }

    @Test
    void a_record_that_is_no_event_waits_as_a_dead_letter_and_stops_nobody() {
        awaitHistory(analyst, ALL);
        Told later =
                Season.told("mentors", "mentors.charter-accepted.v1", "mentor-later", 0, END.plusSeconds(60), "{}");
        try (KafkaProducer<String, byte[]> kafka = LocalParts.publisher()) {
            send(kafka, "mentors.v1", later.subject(), "this is no event");
            send(kafka, "mentors.v1", "mentor-beside", later.envelope());
        }

        awaitHistory(analyst, ALL + 1);
        try (KafkaProducer<String, byte[]> stranger = LocalParts.stranger()) {
            send(stranger, Season.told("mentors", "mentors.mentor-applied.v1", "mentor-forged", 0, END, "{}"));
        }
        Http ops = analyst.as(Tokens.role("ops"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(ops.get(API + "/ops/dead-letters").json())
                                .extracting(letter -> letter.get("key").asString())
                                .containsExactly("mentor-later", "mentor-forged"));
        assertThat(analyst.get(API + "/history/status").json().get("events").asLong())
                .as("what a stranger told is no fact")
                .isEqualTo(ALL + 1);
        assertThat(hashOf(analyst, END)).isEqualTo(expected(END).hash());
    }

    @Test
    void a_date_that_cannot_be_answered_is_explained_in_french() {
        awaitHistory(analyst, ALL);
        for (Map.Entry<String, String> question : Map.of(
                        "2999-01-01", "pas encore passée",
                        "2019-01-01", "Le premier fait est du ",
                        "hier", "pas lisible")
                .entrySet()) {
            Http.Answer answer = analyst.get(API + "/bilan?asOf=" + question.getKey());
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.json().get("errors").get(0).get("field").asString())
                    .isEqualTo("asOf");
            assertThat(answer.body()).contains(question.getValue());

            Http.Answer page = analyst.get("/bilan?asOf=" + question.getKey());
            assertThat(page.status()).isEqualTo(422);
            assertThat(page.body()).contains(question.getValue(), "data-errors").doesNotContain("figure__value");
        }
    }

    @Test
    void pages_show_the_figures_and_the_public_page_only_totals() {
        awaitHistory(analyst, ALL);
        for (String path : List.of("/bilan", "/bilan/tableaux")) {
            assertThat(analyst.get(path + "?asOf=" + END).body())
                    .as(path)
                    .contains(whole(END).hash(), "Places demandées", "bilan.csv?asOf=" + END)
                    .doesNotContain("indicateur.", "tuile.", "??");
        }
        assertThat(analyst.get("/bilan/tableaux?asOf=" + END).body()).contains("94 Val-de-Marne");
        assertThat(analyst.get("/bilan?asOf=" + END).body())
                .contains("/bilan/tableaux?asOf=" + END, "#sessions", "/bilan/entonnoir?asOf=" + END);

        Http.Answer open = everybody.get("/bilan/public");
        assertThat(open.status()).isEqualTo(200);
        assertThat(open.body()).contains("Places demandées").doesNotContain("Val-de-Marne", "REP+", "??");
    }

    /** As the role that migrates. */
    private JdbcClient owner() {
        return JdbcClient.create(new DriverManagerDataSource(url, ownerName, ownerPassword));
    }

    private static Bilan expected(Instant asOf) {
        return Season.bilan(all(), asOf);
    }

    private static Bilan whole(Instant asOf) {
        return Season.bilan(all(), Scope.at(asOf));
    }

    private static List<Told> all() {
        List<Told> all = new ArrayList<>(SEASON);
        all.add(FROM_TOMORROW);
        all.add(OUT_OF_SHAPE);
        return all;
    }

    private static String hashOf(Http client, Instant asOf) {
        return client.get(API + "/bilan?asOf=" + asOf).json().get("hash").asString();
    }

    private static void awaitHistory(Http client, long events) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(client.get(API + "/history/status")
                                .json()
                                .get("events")
                                .asLong())
                        .isGreaterThanOrEqualTo(events));
    }

    private static void send(KafkaProducer<String, byte[]> kafka, Told told) {
        send(kafka, told.topic(), told.subject(), told.envelope());
    }

    private static void send(KafkaProducer<String, byte[]> kafka, String topic, String key, String value) {
        var _ = kafka.send(new ProducerRecord<>(topic, key, value.getBytes(StandardCharsets.UTF_8)));
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", LocalParts.kafka()));
    }

    private static void createTopic(Admin admin, String topic) {
        try {
            admin.createTopics(List.of(new NewTopic(topic, 3, (short) 1))).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
