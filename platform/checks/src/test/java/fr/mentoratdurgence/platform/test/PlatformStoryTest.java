package fr.mentoratdurgence.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.domain.RejectionCode;
import fr.mentoratdurgence.platform.messaging.CloudEvents;
import fr.mentoratdurgence.platform.test.tiny.Bowl;
import fr.mentoratdurgence.platform.test.tiny.TinyApplication;
import fr.mentoratdurgence.sealing.Sha256;
import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** The platform under a tiny service, on a real PostgreSQL and a real Kafka. */
@ServiceTest
@org.springframework.boot.test.context.SpringBootTest(
        classes = TinyApplication.class,
        webEnvironment = org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT)
@Tag("reliability")
class PlatformStoryTest {
    @Value("${spring.datasource.url}")
    private String url;

    @Value("${spring.flyway.user}")
    private String ownerName;

    @Value("${spring.flyway.password}")
    private String ownerPassword;

    @Autowired
    Commands commands;

    @Autowired
    JdbcClient db;

    @Autowired
    Environment environment;

    @Autowired
    KafkaTemplate<String, byte[]> kafka;

    @Autowired
    Flyway flyway;

    @Autowired
    TaskScheduler scheduler;

    @LocalServerPort
    int port;

    /** Names a rule like one of the bowls, and is another. */
    private enum Lid implements RejectionCode {
        BOWL_FULL;

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    private static CommandContext act(String id) {
        return CommandContext.system(id);
    }

    private void make(String bowl, int size) {
        assertThat(commands.send(new Bowl.Act.MakeBowl(bowl, size), act("make-" + bowl)))
                .isEqualTo(bowl);
    }

    private int stones(String bowl) {
        return db.sql("select count(*) from domain_event where aggregate_id = ? and payload_type = 'tiny.StoneLaid'")
                .param(bowl)
                .query(Integer.class)
                .single();
    }

    @Test
    void the_same_command_id_twice_does_it_once_and_answers_the_same() {
        make("bowl-1", 5);
        String first = commands.send(new Bowl.Act.LayStone("bowl-1", "account-1"), act("stone-1"));
        String second = commands.send(new Bowl.Act.LayStone("bowl-1", "account-1"), act("stone-1"));
        assertThat(second).isEqualTo(first);
        assertThat(stones("bowl-1")).isEqualTo(1);
    }

    @Test
    void a_refusal_is_an_answer_and_is_remembered_too() {
        make("bowl-2", 1);
        var _ = commands.send(new Bowl.Act.LayStone("bowl-2", "account-1"), act("stone-2"));
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> commands.send(new Bowl.Act.LayStone("bowl-2", "account-2"), act("stone-3")))
                    .isInstanceOfSatisfying(Rejection.class, r -> {
                        assertThat(r.code().name()).isEqualTo("BOWL_FULL");
                        assertThat(r.is(Bowl.Refusal.BOWL_FULL)).isTrue();
                        assertThat(r.is(Bowl.Refusal.NO_SUCH_BOWL)).isFalse();
                        assertThat(r.is(Lid.BOWL_FULL)).as("another family").isFalse();
                        assertThat(r.details()).containsEntry("by", "account-1");
                    });
        }
    }

    @Test
    void a_command_that_comes_again_after_its_answer_was_forgotten_is_answered_by_the_rules_of_its_stream() {
        make("bowl-2b", 1);
        String laid = commands.send(new Bowl.Act.LayStone("bowl-2b", "account-1"), act("stone-2b"));
        assertThat(commands.send(new Bowl.Act.LayStone("bowl-2b", "account-1"), act("stone-2b")))
                .isEqualTo(laid);

        db.sql("delete from processed_command where command_id in ('make-bowl-2b', 'stone-2b')")
                .update();

        make("bowl-2b", 1);
        assertThatThrownBy(() -> commands.send(new Bowl.Act.LayStone("bowl-2b", "account-1"), act("stone-2b")))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        r -> assertThat(r.is(Bowl.Refusal.BOWL_FULL)).isTrue());
        assertThat(stones("bowl-2b")).isEqualTo(1);
    }

    @Test
    void an_event_with_a_free_text_is_refused_before_it_is_stored() {
        make("bowl-3", 1);
        assertThatThrownBy(() -> commands.send(new Bowl.Act.LayStone("bowl-3", "Yanis Benali"), act("stone-4")))
                .hasStackTraceContaining("free text")
                .hasMessageNotContaining("Yanis");
        assertThat(stones("bowl-3")).isZero();
    }

    @Test
    void two_instances_race_for_the_last_place_and_exactly_one_wins() throws Exception {
        try (ConfigurableApplicationContext other = secondInstance();
                var threads = Executors.newFixedThreadPool(2)) {
            Commands otherCommands = other.getBean(Commands.class);
            for (int round = 0; round < 100; round++) {
                String bowl = "bowl-race" + round;
                make(bowl, 1);
                List<Callable<String>> rivals = List.of(
                        () -> attempt(commands, bowl, "account-a"), () -> attempt(otherCommands, bowl, "account-b"));
                List<String> ends = threads.invokeAll(rivals).stream()
                        .map(Future::resultNow)
                        .sorted()
                        .toList();
                assertThat(ends.getFirst()).isIn("lost to account-a", "lost to account-b");
                assertThat(ends.getLast()).isEqualTo("won");
                assertThat(stones(bowl)).isEqualTo(1);
            }
        }
    }

    private static String attempt(Commands commands, String bowl, String who) {
        try {
            var _ = commands.send(new Bowl.Act.LayStone(bowl, who), act(bowl + who));
            return "won";
        } catch (Rejection lost) {
            return "lost to " + lost.details().get("by");
        }
    }

    private ConfigurableApplicationContext secondInstance() {
        SpringApplication twin = new SpringApplication(TinyApplication.class);
        twin.addInitializers(c -> ((GenericApplicationContext) c).registerBean(JwtDecoder.class, Tokens::decoder));
        return twin.run(
                "--spring.datasource.url=" + environment.getProperty("spring.datasource.url"),
                "--spring.datasource.username=" + environment.getProperty("spring.datasource.username"),
                "--spring.datasource.password=" + environment.getProperty("spring.datasource.password"),
                "--spring.flyway.user=" + environment.getProperty("spring.flyway.user"),
                "--spring.flyway.password=" + environment.getProperty("spring.flyway.password"),
                "--spring.kafka.bootstrap-servers=" + LocalParts.kafka(),
                "--mentorat.consumer-group=" + environment.getProperty("mentorat.consumer-group"),
                "--mentorat.personal-data-keys=" + environment.getProperty("mentorat.personal-data-keys"),
                "--mentorat.event-keys=" + environment.getProperty("mentorat.event-keys"),
                "--mentorat.links.keys=" + environment.getProperty("mentorat.links.keys"),
                "--logging.structured.format.console=",
                "--server.port=0",
                "--management.server.port=0");
    }

    @Test
    void a_stored_fact_reaches_the_topic_and_has_its_effect_once_with_its_origin() {
        make("bowl-5", 5);
        var _ = commands.send(new Bowl.Act.LayStone("bowl-5", "account-5"), act("stone-5"));
        assertThat(db.sql("select distinct meta_data->>'causationId' from domain_event where aggregate_id = 'bowl-5'")
                        .query(String.class)
                        .list())
                .as("what no event caused was caused by the command")
                .containsExactlyInAnyOrder("make-bowl-5", "stone-5");
        String event = db.sql("select event_id from domain_event where aggregate_id = 'bowl-5' and sequence_number = 1")
                .query(String.class)
                .single();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                db.sql("select meta_data->>'causationId' || ' ' || (meta_data->>'correlationId') from"
                                                + " domain_event where aggregate_id = ?")
                                        .param("echo-" + event)
                                        .query(String.class)
                                        .list())
                        .containsExactly(event + " stone-5"));
    }

    @Test
    void a_fact_of_a_former_meaning_is_decided_on_told_and_shown_as_one_of_today() {
        make("bowl-up", 2);
        for (int former = 1; former <= 2; former++) {
            db.sql("""
                insert into domain_event(event_id, aggregate_id, sequence_number, type, time_stamp, payload_type,
                    payload, meta_data)
                select 'event-up-' || :place, 'bowl-up', :place, type, time_stamp, :name, cast(:fact as json), meta_data
                from domain_event where aggregate_id = 'bowl-up' and sequence_number = 0\
                """)
                    .param("place", former)
                    .param("name", former == 1 ? "tiny.PebbleLaid" : "tiny.HandfulLaid")
                    .param(
                            "fact",
                            former == 1
                                    ? "{\"bowl\":\"bowl-up\",\"who\":\"account-7\"}"
                                    : "{\"bowl\":\"bowl-up\",\"hands\":[\"account-8\",\"account-9\"]}")
                    .update();
        }

        // decided on: the bowl is full, and account-8 was last
        assertThatThrownBy(() -> commands.send(new Bowl.Act.LayStone("bowl-up", "account-1"), act("stone-up")))
                .isInstanceOfSatisfying(Rejection.class, r -> {
                    assertThat(r.is(Bowl.Refusal.BOWL_FULL)).isTrue();
                    assertThat(r.details()).containsEntry("by", "account-8");
                });
        // told: whoever hears of stones hears of these
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(db.sql("select count(*) from domain_event where aggregate_id in (?, ?)")
                                .params("echo-event-up-1", "echo-event-up-2")
                                .query(Integer.class)
                                .single())
                        .isEqualTo(2));
        // and what stands in the store is what was written then
        assertThat(db.sql("select payload_type from domain_event where aggregate_id = 'bowl-up' order by"
                                + " sequence_number")
                        .query(String.class)
                        .list())
                .containsExactly("tiny.BowlMade", "tiny.PebbleLaid", "tiny.HandfulLaid");
    }

    @Test
    void the_sdk_of_the_standard_reads_what_a_service_tells() {
        make("bowl-sdk", 5);
        var _ = commands.send(new Bowl.Act.LayStone("bowl-sdk", "account-5"), act("stone-sdk"));
        String event = db.sql(
                        "select event_id from domain_event where aggregate_id = 'bowl-sdk' and sequence_number = 1")
                .query(String.class)
                .single();
        List<CloudEvent> read = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", LocalParts.kafka()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor("tiny.v1").stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if ("bowl-sdk".equals(record.key())) {
                        read.add(KafkaMessageFactory.createReader(record).toEvent());
                    }
                });
                return !read.isEmpty();
            });
        }
        assertThat(read).singleElement().satisfies(told -> {
            assertThat(told.getSpecVersion()).isEqualTo(SpecVersion.V1);
            assertThat(told.getId()).isEqualTo(event);
            assertThat(told.getType()).isEqualTo("tiny.stone-told.v1");
            assertThat(told.getSource()).hasPath("/tiny-service");
            assertThat(told.getSubject()).isEqualTo("bowl-sdk");
            assertThat(told.getTime()).isNotNull();
            assertThat(told.getDataContentType()).isEqualTo("application/json");
            assertThat(told.getExtension("sequence")).isEqualTo("0000000001");
            assertThat(told.getExtension("commandid")).isEqualTo("stone-sdk");
            assertThat(new String(told.getData().toBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"bowl\":\"bowl-sdk\",\"by\":\"account-5\"}");
        });
    }

    @Test
    void a_poison_record_is_parked_with_its_cause_and_heals_when_tried_again() {
        make("bowl-6", 5);
        var _ = commands.send(new Bowl.Act.LayStone("bowl-6", "account-poison"), act("stone-6"));
        var _ = commands.send(new Bowl.Act.LayStone("bowl-6", "account-later"), act("stone-7"));
        Http ops = new Http(port).as(Tokens.role("ops"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                ops.get("/api/tiny/v1/ops/dead-letters").json().size())
                        .isEqualTo(2));
        var parked = ops.get("/api/tiny/v1/ops/dead-letters").json();
        assertThat(parked.get(0).get("cause").asString()).contains("poison");
        String again =
                "/api/tiny/v1/ops/dead-letters/" + parked.get(0).get("id").asString() + "/retry";

        var inVain = ops.post(again, "");
        assertThat(inVain.status()).isEqualTo(409);
        assertThat(inVain.json().get("code").asString()).isEqualTo("STILL_AT_FAULT");
        assertThat(inVain.json().get("detail").asString()).contains("poison").contains("attend toujours");
        assertThat(ops.get("/api/tiny/v1/ops/dead-letters").json().size()).isEqualTo(2);

        db.sql("insert into antidote values (1)").update();
        var retry = ops.post(again, "");
        assertThat(retry.json().get("healed").asInt()).isEqualTo(2);
        assertThat(ops.get("/api/tiny/v1/ops/dead-letters").json().size()).isZero();
    }

    @Test
    void a_record_that_can_never_have_its_effect_is_set_aside_and_those_behind_it_get_their_turn() {
        String list = "/api/tiny/v1/ops/dead-letters";
        Http ops = new Http(port).as(Tokens.role("ops"));
        tell("stranger", "no event at all".getBytes(StandardCharsets.UTF_8));
        tell("stranger", stone("stone-of-stranger"));
        tell(null, "no event either".getBytes(StandardCharsets.UTF_8));
        tell(null, stone("stone-without-key"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(ops.get(list).json().size()).isEqualTo(3));
        assertThat(made("echo-stone-without-key"))
                .as("no key: nothing to wait behind")
                .isTrue();
        assertThat(made("echo-stone-of-stranger")).isFalse();

        int behind = 0;
        for (var parked : ops.get(list).json()) {
            if (!parked.get("cause").asString().contains("waits behind")) {
                Http.Answer answer = ops.delete(list + "/" + parked.get("id").asString());
                assertThat(answer.status()).isEqualTo(200);
                behind += answer.json().get("healed").asInt();
            }
        }
        assertThat(behind).isEqualTo(1);
        assertThat(made("echo-stone-of-stranger")).isTrue();
        assertThat(ops.get(list).json().size()).isZero();
        assertThat(ops.delete(list + "/0").status()).isEqualTo(404);
        assertThat(db.sql("select distinct set_aside_by from dead_letter where envelope like 'no event%'")
                        .query(String.class)
                        .single())
                .startsWith("account-");
    }

    private boolean made(String bowl) {
        return db.sql("select exists(select 1 from domain_event where aggregate_id = ?)")
                .param(bowl)
                .query(Boolean.class)
                .single();
    }

    private static byte[] stone(String id) {
        return CloudEvents.envelope(
                id,
                "/stranger",
                "tiny.stone-told.v1",
                id,
                Instant.EPOCH,
                0,
                Map.of(),
                new TinyApplication.StoneTold(id, "account-stranger"));
    }

    private void tell(@Nullable String key, byte[] value) {
        kafka.send(new ProducerRecord<>("tiny.v1", 0, key, value)).join();
    }

    @Test
    void a_database_that_is_ahead_still_gets_what_the_platform_adds() {
        JdbcClient owner = JdbcClient.create(new DriverManagerDataSource(url, ownerName, ownerPassword));
        owner.sql("alter table dead_letter drop column set_aside_by").update();
        owner.sql("delete from flyway_schema_history where version = '0.4'").update();

        assertThat(flyway.migrate().migrationsExecuted).isEqualTo(1);

        assertThat(owner.sql("select count(set_aside_by) from dead_letter")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void the_history_cannot_be_changed() {
        make("bowl-8", 5);
        String change = "delete from domain_event where aggregate_id = 'bowl-8'";
        assertThatThrownBy(() -> db.sql(change).update()).hasStackTraceContaining("permission denied");
        JdbcClient owner = JdbcClient.create(new DriverManagerDataSource(url, ownerName, ownerPassword));
        assertThatThrownBy(() -> owner.sql(change).update()).hasStackTraceContaining("append-only");
    }

    @Test
    void a_problem_says_in_french_what_happened_and_who_was_first() {
        make("bowl-9", 1);
        Http http = new Http(port).as(Tokens.referent("94"));
        assertThat(http.post("/api/tiny/v1/bowls/bowl-9/stones", "{\"weight\":1}")
                        .status())
                .isEqualTo(200);
        var second = http.post("/api/tiny/v1/bowls/bowl-9/stones", "{\"weight\":1}");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.response().headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(second.json().get("code").asString()).isEqualTo("BOWL_FULL");
        assertThat(second.response().headers().firstValue("X-Correlation-Id"))
                .contains(second.json().get("correlationId").asString());
        assertThat(second.json().get("detail").asString())
                .startsWith("Ce bol est plein : la dernière pierre est de account-");
        assertThat(http.post("/api/tiny/v1/bowls/bowl-x/stones", "{\"weight\":1}")
                        .status())
                .isEqualTo(404);
        var wrong = http.post("/api/tiny/v1/bowls/bowl-9/stones", "{\"weight\":\"lourd\"}");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().get("errors").get(0).get("field").asString()).isEqualTo("weight");
        assertThat(http.post("/api/tiny/v1/bowls/bowl-9/stones", "{").status()).isEqualTo(400);
    }

    @Test
    void a_key_holds_whatever_its_shape_and_nothing_that_came_from_outside_stands_beside_the_event() {
        make("bowl-10", 5);
        Http worded = new Http(port)
                .as(Tokens.referent("94"))
                .with("Idempotency-Key", "pour Yanis Benali, le 3 mai")
                .with("X-Correlation-Id", "Yanis-Benali-0612345678");
        for (int i = 0; i < 2; i++) {
            assertThat(worded.post("/api/tiny/v1/bowls/bowl-10/stones", "{\"weight\":1}")
                            .status())
                    .isEqualTo(200);
        }
        Http shaped = new Http(port)
                .as(Tokens.referent("94"))
                .with("Idempotency-Key", "yanisbenali-00000000-0000-4000-8000-061234567899")
                .with("X-Correlation-Id", "yanisbenali-00000000-0000-4000-8000-061234567899")
                .with("traceparent", "00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01");
        var answer = shaped.post("/api/tiny/v1/bowls/bowl-10/stones", "{\"weight\":1}");

        List<String> beside = db.sql(
                        "select meta_data::text from domain_event where aggregate_id = 'bowl-10' and sequence_number >"
                                + " 0 order by sequence_number")
                .query(String.class)
                .list();
        assertThat(beside).hasSize(2);
        assertThat(beside)
                .allSatisfy(meta -> assertThat(meta)
                        .doesNotContainIgnoringCase("yanis")
                        .doesNotContain("061234567899", "0af7651916cd43dd8448eb211c80319c"));
        String uuid = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
        assertThat(answer.response().headers().firstValue("X-Correlation-Id"))
                .hasValueSatisfying(told -> assertThat(told).matches("request-" + uuid))
                .hasValueSatisfying(told -> assertThat(beside.getLast()).contains(told));
        assertThat(db.sql("select count(*) from processed_command where command_id ~ 'yanis|0612345678'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void the_id_of_an_answer_is_in_every_log_line_about_it_and_only_the_pattern_of_its_address() {
        ListAppender<ILoggingEvent> lines = new ListAppender<>() {
            @Override
            protected void append(ILoggingEvent line) {
                line.prepareForDeferredProcessing(); // what its thread was about
                super.append(line);
            }
        };
        lines.start();
        Logger access = (Logger) LoggerFactory.getLogger("access");
        access.setLevel(Level.INFO);
        access.addAppender(lines);
        String seed = "drawn-by-the-gateway";
        try {
            var answer = new Http(port)
                    .as(Tokens.referent("94"))
                    .with("X-Correlation-Seed", seed)
                    .post("/api/tiny/v1/bowls/bowl-nowhere/stones?nom=Benali", "{\"weight\":1}");

            String id = "request-" + Sha256.id(seed);
            assertThat(answer.response().headers().allValues("X-Correlation-Id"))
                    .containsExactly(id);
            assertThat(answer.json().path("correlationId").asString()).isEqualTo(id);
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(List.copyOf(lines.list).stream()
                                    .filter(line ->
                                            id.equals(line.getMDCPropertyMap().get("correlation")))
                                    .filter(line -> line.getLoggerName().equals("access")))
                            .singleElement()
                            .asString()
                            .contains("POST /api/tiny/v1/bowls/{bowl}/stones " + answer.status())
                            .doesNotContain("bowl-nowhere", "Benali"));
        } finally {
            var _ = access.detachAppender(lines);
            access.setLevel(null);
        }
    }

    @Test
    void where_nobody_asks_for_traces_nothing_that_makes_them_is_there(
            @Autowired ConfigurableApplicationContext context) {
        assertThat(Stream.of(context.getBeanDefinitionNames())
                        .map(context::getType)
                        .filter(Objects::nonNull)
                        .map(Class::getName)
                        .filter(name -> name.startsWith("io.opentelemetry.")
                                || name.startsWith("io.micrometer.tracing.")
                                || name.contains(".traces.")
                                || name.contains("TracingObservation")))
                .isEmpty();
        assertThat(db.sql("select count(*) from domain_event where meta_data::text like '%traceparent%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_task_that_takes_long_keeps_no_other_task_waiting() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch others = new CountDownLatch(3);
        Future<?> slow = scheduler.scheduleWithFixedDelay(() -> awaitQuietly(stuck), Duration.ofMillis(1));
        Future<?> quick = scheduler.scheduleWithFixedDelay(others::countDown, Duration.ofMillis(1));
        try {
            assertThat(others.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(stuck.getCount()).isEqualTo(1);
        } finally {
            stuck.countDown();
            assertThat(List.of(slow.cancel(true), quick.cancel(true))).contains(true);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void the_same_key_with_another_content_is_refused_and_says_so() {
        make("bowl-12", 5);
        Http keyed = new Http(port).as(Tokens.referent("94")).with("Idempotency-Key", "one-key");
        String path = "/api/tiny/v1/bowls/bowl-12/stones";
        var first = keyed.post(path, "{\"weight\":1}");
        var again = keyed.post(path, "{\"weight\":1}");
        var other = keyed.post(path, "{\"weight\":2}");

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.json().get("code").asString()).isEqualTo("OTHER_CONTENT");
        assertThat(other.json().get("detail").asString()).contains("dont le contenu était autre");
        assertThat(stones("bowl-12")).isEqualTo(1);
    }

    @Test
    void a_text_beside_an_event_is_refused_before_it_is_stored() {
        make("bowl-11", 1);
        assertThatThrownBy(() -> commands.send(new Bowl.Act.LayStone("bowl-11", "account-1"), act("pour Yanis Benali")))
                .hasStackTraceContaining("free text in ")
                .hasMessageNotContaining("Yanis");
        assertThat(stones("bowl-11")).isZero();
    }

    @Test
    void too_many_at_once_is_said_to_be_busy_and_when_to_come_again() {
        make("bowl-busy", 5);
        JdbcClient owner = JdbcClient.create(new DriverManagerDataSource(url, ownerName, ownerPassword));
        var _ = owner.sql("""
            create function lose() returns trigger language plpgsql as $$
            begin raise sqlstate '40001' using message = 'somebody else was quicker'; end $$\
            """).update();
        var _ = owner.sql("""
            create trigger lose before insert on domain_event for each row
            when (new.aggregate_id = 'bowl-busy') execute function lose()\
            """).update();
        try {
            Http http = new Http(port).as(Tokens.referent("94"));
            var program = http.post("/api/tiny/v1/bowls/bowl-busy/stones", "{\"weight\":1}");
            assertThat(program.status()).isEqualTo(503);
            assertThat(program.json().get("code").asString()).isEqualTo("BUSY");
            assertThat(program.response().headers().firstValue("Retry-After")).contains("2");
            var page = http.post("/bols/bowl-busy/pierres", "{\"weight\":1}");
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.response().headers().firstValue("Retry-After")).contains("2");
            assertThat(page.body()).contains("<html lang=\"fr\"").contains("réessayez dans un instant");
        } finally {
            var _ = owner.sql("drop trigger lose on domain_event").update();
        }
        assertThat(stones("bowl-busy")).isZero();
    }

    @Test
    void who_asks_again_is_told_that_nothing_has_changed_and_who_has_something_else_gets_the_whole_answer() {
        String models = "/api/tiny/v1/ops/read-models";
        Http ops = new Http(port).as(Tokens.role("ops"));
        var first = ops.get(models);
        String mark = first.response().headers().firstValue("ETag").orElse("");
        assertThat(mark).startsWith("W/\"");
        var again = ops.with("If-None-Match", mark).get(models);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(ops.with("If-None-Match", "W/\"other\"").get(models).status())
                .isEqualTo(200);
        assertThat(new Http(port).with("If-None-Match", mark).get(models).status())
                .isEqualTo(401);
    }

    @Test
    void a_field_that_nobody_reads_is_refused_by_its_name_and_nothing_is_done() {
        make("bowl-unread", 5);
        var answer = new Http(port)
                .as(Tokens.referent("94"))
                .post(
                        "/api/tiny/v1/bowls/bowl-unread/stones",
                        "{\"weight\":1,\"wieght\":2,\"of\":{\"colour\":\"grey\"}}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json()
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("field").asString()))
                .containsExactly("wieght", "of");
        assertThat(answer.json().get("errors").get(0).get("detail").asString()).contains("Champs possibles : weight");
        assertThat(stones("bowl-unread")).isZero();
    }

    @Test
    void without_a_token_with_another_role_and_off_the_list_one_is_refused() {
        Http http = new Http(port);
        assertThat(http.post("/api/tiny/v1/bowls/bowl-9/stones", "{\"weight\":1}")
                        .status())
                .isEqualTo(401);
        var mentor = http.as(Tokens.mentor("mentor-1")).post("/api/tiny/v1/bowls/bowl-9/stones", "{\"weight\":1}");
        assertThat(mentor.status()).isEqualTo(403);
        assertThat(mentor.json().get("title").asString()).isEqualTo("Action non autorisée");
        assertThat(http.as(Tokens.referent("94"))
                        .get("/api/tiny/v1/ops/dead-letters")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void what_does_not_exist_is_not_found_and_what_exists_for_another_method_says_so_whoever_asks() {
        Http stranger = new Http(port);
        for (Http anybody : List.of(stranger, stranger.as(Tokens.coordinator()))) {
            assertThat(anybody.get("/nulle-part").status()).isEqualTo(404);
            var nowhere = anybody.get("/api/tiny/v1/nulle-part");
            assertThat(nowhere.status()).isEqualTo(404);
            assertThat(nowhere.json().get("code").asString()).isEqualTo("NOT_FOUND");
            assertThat(nowhere.json().get("type").asString()).isEqualTo("/problemes/not-found");
            var otherwise = anybody.delete("/api/tiny/v1/bowls/bowl-9/stones");
            assertThat(otherwise.status()).isEqualTo(405);
            assertThat(otherwise.response().headers().firstValue("Allow")).contains("POST");
            assertThat(otherwise.json().get("code").asString()).isEqualTo("METHOD_NOT_ALLOWED");
        }
        assertThat(stranger.as(Tokens.coordinator())
                        .with("Accept", "text/html")
                        .get("/nulle-part")
                        .body())
                .contains("<html lang=\"fr\"")
                .contains("href=\"/\"");
    }
}
