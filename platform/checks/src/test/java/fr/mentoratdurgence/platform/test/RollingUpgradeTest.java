package fr.mentoratdurgence.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.ReceivedEvent;
import fr.mentoratdurgence.platform.messaging.CloudEvents;
import fr.mentoratdurgence.platform.test.tiny.Bowl;
import fr.mentoratdurgence.platform.test.tiny.TinyApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import tools.jackson.databind.JsonNode;

/** Two versions of one service beside each other, on one database: no fact is lost between them. */
@ServiceTest
@SpringBootTest(
        classes = TinyApplication.class,
        properties = "tiny.newer=false", // a database and topics of its own
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Tag("reliability")
class RollingUpgradeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Autowired
    Commands commands;

    @Autowired
    JdbcClient db;

    @Autowired
    Environment environment;

    @Autowired
    KafkaTemplate<String, byte[]> kafka;

    @LocalServerPort
    int port;

    @LocalManagementPort
    int management;

    @Test
    void the_older_version_stops_at_what_it_does_not_know_and_the_newer_one_goes_on_from_there() {
        Http older = new Http(port).as(Tokens.role("ops"));

        // given a fact that both know, one that only a newer version records, and one after it
        lay("bowl-before");
        await().atMost(PATIENCE).until(() -> told().contains("bowl-before"));
        lay("bowl-broken");
        db.sql("""
            insert into domain_event(event_id, aggregate_id, sequence_number, type, time_stamp, payload_type, payload,
                meta_data)
            values ('event-of-tomorrow', 'bowl-broken', 2, 'Bowl', now(), 'tiny.BowlBroken',
                '{"stream":"bowl-broken"}', '{"actor":"system","role":"system"}')\
            """).update();
        lay("bowl-after");

        // then the older one tells what stands before it, stops, says so, and decides nothing on that stream
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                progress(older).path("stopsAt").path("type").asString(""))
                        .isEqualTo("tiny.BowlBroken"));
        await().atMost(PATIENCE).until(() -> told().contains("bowl-broken"));
        assertThat(progress(older).get("stopsAt").get("event").asString()).isEqualTo("event-of-tomorrow");
        assertThat(new Http(management).get("/actuator/health").status()).isEqualTo(503);
        assertThat(new Http(management).get("/actuator/health/readiness").status())
                .isEqualTo(200);
        var refused = new Http(port)
                .as(Tokens.referent("94"))
                .post("/api/tiny/v1/bowls/bowl-broken/stones", "{\"weight\":1}");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.json().get("code").asString()).isEqualTo("NEWER_VERSION");
        assertThat(told()).doesNotContain("broken bowl-broken", "bowl-after");

        // and what a newer service tells waits with the older one
        kafka.send("tiny.v1", "bowl-far", foreign()).join();
        await().atMost(PATIENCE)
                .until(() -> db.sql("select unknown_type from dead_letter where resolved_at is null")
                        .query(String.class)
                        .list()
                        .equals(List.of("tiny.bowl-broken-told.v1")));

        // when the newer version comes
        try (ConfigurableApplicationContext newer = newer()) {
            assertThat(newer.isRunning()).isTrue();

            // then nothing is lost, neither of what was recorded nor of what was heard
            await().atMost(PATIENCE).until(() -> told().contains("bowl-after"));
            assertThat(told()).contains("bowl-before", "broken bowl-broken", "bowl-after");
            await().atMost(PATIENCE)
                    .until(() -> db.sql("select count(*) from domain_event where aggregate_id like 'instead-of-bowl-%'")
                            .query(Integer.class)
                            .single()
                            .equals(2));
            await().atMost(PATIENCE).until(() -> progress(older).path("stopsAt").isNull());
            assertThat(db.sql("select count(*) from dead_letter where resolved_at is null")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    private void lay(String bowl) {
        var _ = commands.send(new Bowl.Act.MakeBowl(bowl, 5), CommandContext.system("make-" + bowl));
        var _ = commands.send(new Bowl.Act.LayStone(bowl, "account-1"), CommandContext.system("lay-" + bowl));
    }

    private static JsonNode progress(Http ops) {
        return ops.get("/api/tiny/v1/ops/publisher").json();
    }

    private static byte[] foreign() {
        return CloudEvents.envelope(
                "event-foreign",
                "/tiny-service",
                "tiny.bowl-broken-told.v1",
                "bowl-far",
                Instant.EPOCH,
                0,
                Map.of(),
                new TinyApplication.BowlBrokenTold("bowl-far"));
    }

    private ConfigurableApplicationContext newer() {
        SpringApplication newer = new SpringApplication(TinyApplication.class);
        newer.addInitializers(c -> ((GenericApplicationContext) c).registerBean(JwtDecoder.class, Tokens::decoder));
        List<String> settings = new ArrayList<>(List.of(
                "--tiny.newer=true",
                "--mentorat.inbox.known-now-every=1s",
                "--logging.structured.format.console=",
                "--server.port=0",
                "--management.server.port=0"));
        for (String same : List.of(
                "spring.datasource.url",
                "spring.datasource.username",
                "spring.datasource.password",
                "spring.flyway.user",
                "spring.flyway.password",
                "spring.kafka.bootstrap-servers",
                "mentorat.consumer-group",
                "mentorat.personal-data-keys",
                "mentorat.event-keys",
                "mentorat.links.keys")) {
            settings.add("--" + same + "=" + environment.getProperty(same));
        }
        return newer.run(settings.toArray(String[]::new));
    }

    /** Whose stones were told, and which bowls as broken. */
    private static Set<String> told() {
        Set<String> told = new HashSet<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", LocalParts.kafka()), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor("tiny.v1").stream()
                    .map(info -> new TopicPartition("tiny.v1", info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(r -> {
                    ReceivedEvent event = ReceivedEvent.parse(r.value());
                    boolean broken = event.type().equals("tiny.bowl-broken-told.v1");
                    told.add(broken ? "broken " + event.subject() : event.subject());
                });
            }
        }
        return told;
    }
}
