package fr.mentoratdurgence.scenario;

import static fr.mentoratdurgence.cli.Part.KAFKA;
import static fr.mentoratdurgence.cli.Part.KEYCLOAK;
import static fr.mentoratdurgence.cli.Part.NEEDS;
import static fr.mentoratdurgence.cli.Part.POSTGRES;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.mentoratdurgence.cli.LocalOptions;
import fr.mentoratdurgence.cli.PartInstance;
import fr.mentoratdurgence.local.LocalSystem;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The jar of this version and the jar of the next one, each in a process of its own, take turns at one store. */
@Tag("reliability")
@Tag("outside-gate")
class TwoVersionsScenarioTest {
    private static final int PORT_OFFSET = 11_500;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String PATH = "/api/needs/v1/needs";
    private static final String PUBLISHER = "/api/needs/v1/ops/publisher";
    private static final int TURNS = 12;

    @TempDir
    private Path dir;

    private @Nullable LocalSystem started;
    private final PartInstance older = PartInstance.first(NEEDS);
    private final PartInstance newer = new PartInstance(NEEDS, 2);

    @Test
    void they_take_turns_and_no_fact_and_no_form_is_lost() throws IOException, SQLException {
        Path home = LocalOptions.enclosingCheckout();
        Path next = NextVersion.build(home, dir.resolve("next"));
        LocalOptions options = LocalOptions.of(home)
                .in(dir.resolve("system"))
                .shiftedBy(PORT_OFFSET)
                .only(Set.of(POSTGRES, KAFKA, KEYCLOAK, NEEDS))
                .times(Map.of(NEEDS, 2));
        try (LocalSystem system = LocalSystem.start(options, RunningSystem.told())) {
            started = system;
            bringStructures();

            // given what this version recorded and began
            List<String> declared = new ArrayList<>();
            declared.add(declare(older, true));
            String begunByTheOlder = begin(older);

            // when the next one stands beside it, and requests go to one and the other in turn
            upgrade(newer, next);
            String begunByTheNewer = begin(newer);
            for (int turn = 0; turn < TURNS; turn++) {
                declared.add(declare(turn % 2 == 0 ? older : newer, turn % 4 < 2));
            }

            // then each answers for the other, or says that the next one will, and keeps nothing half
            int leftToTheNewer = 0;
            for (String need : declared) {
                Map<String, String> key = key();
                Caller.Answer taken = as("referente", older).post(PATH + "/" + need + "/assignment", Map.of(), key);
                if (taken.status() == 503) {
                    leftToTheNewer++;
                    assertThat(taken.json().get("code").asString()).isEqualTo("NEWER_VERSION");
                    taken = as("referente", newer).post(PATH + "/" + need + "/assignment", Map.of(), key);
                }
                assertThat(taken.status()).as(taken.body()).isLessThan(300);
            }
            assertThat(leftToTheNewer).as("hours that the newer one stated").isEqualTo(TURNS / 4);

            // and what the next one adds to a fact that both know does not hinder this one
            String both = declare(older, false);
            assertThat(as("referente", newer)
                            .post(PATH + "/" + both + "/assignment", Map.of())
                            .status())
                    .isLessThan(300);
            assertThat(as("referente", older)
                            .post(PATH + "/" + both + "/contact-attempts", Map.of("reached", true))
                            .status())
                    .isLessThan(300);
            declared.add(both);

            // and each form is finished where it was not begun; what only the next one asked is still there
            declared.add(finish(begunByTheOlder, newer, older));
            step(older, begunByTheNewer + "/jeunes/1", line());
            assertThat(as("ops", newer).getPage(begunByTheNewer + "/contact").body())
                    .contains(NextVersion.ONLY_THERE);
            declared.add(finish(begunByTheNewer, older, newer));

            assertThat(seen(older)).isEqualTo(seen(newer)).containsAll(declared).hasSameSizeAs(declared);
            assertThat(brokenStreams()).isEmpty();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(waiting(newer)).isZero());
            assertThat(told()).containsExactlyInAnyOrderElementsOf(declared);

            // when the next one states hours that it cannot tell any more, and only this version is left for a while
            system.kill(KAFKA);
            String stated = declare(newer, true);
            system.kill(newer);
            String afterwards = declare(older, false);
            system.start(KAFKA);

            // then it stops there and passes over nothing, until the next one is back
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(as("ops", older)
                                    .get(PUBLISHER)
                                    .json()
                                    .path("stopsAt")
                                    .path("stream")
                                    .asString(""))
                            .isEqualTo(stated));
            assertThat(told()).doesNotContain(afterwards);
            declared.addAll(List.of(stated, afterwards));
            system.start(newer, next);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(waiting(newer)).isZero());
            assertThat(told()).containsExactlyInAnyOrderElementsOf(declared);

            // when the last one is replaced
            upgrade(older, next);
            declared.add(declare(older, true));
            assertThat(seen(older)).isEqualTo(seen(newer)).containsAll(declared).hasSameSizeAs(declared);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(waiting(older)).isZero());
            assertThat(told()).containsExactlyInAnyOrderElementsOf(declared);
            assertThat(brokenStreams()).isEmpty();
        }
    }

    private LocalSystem system() {
        return requireNonNull(started);
    }

    private void upgrade(PartInstance instance, Path build) {
        system().kill(instance);
        system().start(instance, build);
    }

    private Caller as(String account, PartInstance instance) {
        return Caller.of(system(), account).at(system().addresses().direct(instance));
    }

    private void bringStructures() throws IOException {
        try (var sample = requireNonNull(LocalSystem.class.getResourceAsStream("/sample/structures.csv"))) {
            Caller.Answer brought = as("coordination", older)
                    .call(
                            "POST",
                            "/api/needs/v1/structures/import",
                            "text/csv",
                            BodyPublishers.ofByteArray(sample.readAllBytes()),
                            Map.of());
            assertThat(brought.status()).as(brought.body()).isIn(200, 202);
        }
        await().atMost(PATIENCE)
                .until(() -> as("coordination", newer)
                                .get("/api/needs/v1/structures/0940176F")
                                .status()
                        == 200);
    }

    private String declare(PartInstance at, boolean withHours) {
        Map<String, Object> need = new HashMap<>(Needs.of(Needs.SCHOOL, Needs.line()));
        if (withHours) {
            need.put("callTimes", List.of("MONDAY_MORNING"));
        }
        Caller.Answer answer = as("ecole", at).post(PATH, need, key());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().get("need").asString();
    }

    private static Map<String, String> key() {
        return Map.of("Idempotency-Key", UUID.randomUUID().toString());
    }

    // ---- a form, step by step

    private String begin(PartInstance at) {
        return step(at, "/besoins/declarer", Map.of("uai", "0940176F")).replaceFirst("/[a-z]+$", "");
    }

    private static Map<String, String> line() {
        return Map.of("levelBand", "LYCEE_PRO", "count", "2", "supports", "METHOD");
    }

    /** Each step at the other one. */
    private String finish(String form, PartInstance one, PartInstance other) {
        step(one, form + "/jeunes/1", line());
        step(other, form + "/organisation", Map.of("channels", "PHONE", "priorityAudience", "NONE"));
        step(one, form + "/contact", Map.of("name", "Mme Diallo", "email", "diallo@exemple.fr", "phone", "0140000000"));
        List<String> before = seen(newer);
        String sent = step(other, form + "/verification", Map.of());
        assertThat(sent).startsWith("/besoins/confirmation/");
        assertThat(step(one, form + "/verification", Map.of()))
                .as("sent again, to the other one")
                .isIn(sent, form + "/verification", "");
        List<String> fresh = new ArrayList<>(seen(newer));
        fresh.removeAll(before);
        assertThat(fresh).hasSize(1);
        return fresh.getFirst();
    }

    /** Where it leads; empty where it leads nowhere. */
    private String step(PartInstance at, String path, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        Caller.Answer answer = as("ecole", at)
                .call(
                        "POST",
                        path,
                        "application/x-www-form-urlencoded",
                        BodyPublishers.ofString(form),
                        Map.of("Accept", "text/html"));
        return answer.response().headers().firstValue("Location").orElse("").replaceFirst("^https?://[^/]+", "");
    }

    // ---- what is there

    private List<String> seen(PartInstance by) {
        JsonNode all = as("ecole", by).get(PATH).json();
        return all.valueStream()
                .map(need -> need.get("need").asString())
                .sorted()
                .toList();
    }

    private long waiting(PartInstance at) {
        return as("ops", at).get(PUBLISHER).json().get("waiting").asLong();
    }

    /** Streams with a gap or with two facts in one place. */
    private List<String> brokenStreams() throws SQLException {
        var database = system().database("needs");
        List<String> broken = new ArrayList<>();
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var select = connection.prepareStatement("""
                    select aggregate_id from domain_event group by aggregate_id
                    having count(*) <> max(sequence_number) + 1 or count(distinct sequence_number) <> count(*)\
                    """);
                var rows = select.executeQuery()) {
            while (rows.next()) {
                broken.add(rows.getString(1));
            }
        }
        return broken;
    }

    /** Whose declaration the others were told of, as often as they hear it: once for each fact. */
    private List<String> told() {
        JsonMapper json = JsonMapper.builder().build();
        Map<String, String> bySource = new HashMap<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", system().addresses().kafka()),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor("needs.v1").stream()
                    .map(info -> new TopicPartition("needs.v1", info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(told -> {
                    JsonNode envelope = json.readTree(told.value());
                    if (envelope.get("type").asString().equals("needs.need-declared.v1")) {
                        bySource.put(
                                envelope.get("id").asString(),
                                envelope.get("subject").asString());
                    }
                });
            }
        }
        return List.copyOf(bySource.values());
    }
}
