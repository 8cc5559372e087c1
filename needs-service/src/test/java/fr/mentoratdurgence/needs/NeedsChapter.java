package fr.mentoratdurgence.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.mentoratdurgence.contracts.ContractTypes;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.Http.Answer;
import fr.mentoratdurgence.platform.test.LocalParts;
import fr.mentoratdurgence.platform.test.Samples;
import fr.mentoratdurgence.platform.test.Tokens;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the chapters of the story of a need share: a directory of three schools, and who asks. */
abstract class NeedsChapter {
    static final String API = "/api/needs/v1";

    static final String OWN = "structure-0940176F";

    static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient db;

    @Autowired
    Clock clock;

    Http anyone;

    Http school;

    Http referent;

    Http coordination;

    @BeforeEach
    void directory() throws IOException {
        anyone = new Http(port);
        school = anyone.as(Tokens.structure(OWN));
        referent = anyone.as(Tokens.referent("94"));
        coordination = anyone.as(Tokens.coordinator());
        assertThat(coordination
                        .postCsv(API + "/structures/import", sample("/annuaire-extrait.csv"))
                        .status())
                .isEqualTo(200);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    String draftBeforeContact(Http who) {
        String draft = who.postForm("/besoins/declarer", Map.of("uai", "0940176F"))
                .location()
                .replaceFirst("/[a-z]+$", "");
        step(who, draft + "/jeunes/1", Map.of("levelBand", "LYCEE_PRO", "count", "2", "supports", "METHOD"));
        step(who, draft + "/organisation", Map.of("channels", "PHONE", "priorityAudience", "NONE"));
        return draft;
    }

    String declareUnlisted(String uai, String name) {
        String draft = anyone.postForm("/besoins/declarer", Map.of("uai", uai))
                .location()
                .replaceFirst("/etablissement$", "");
        step(draft + "/etablissement", Map.of("uai", uai, "structureName", name, "structureCommune", "Vitry"));
        step(draft + "/jeunes/1", Map.of("levelBand", "LYCEE_PRO", "count", "2", "supports", "METHOD"));
        step(draft + "/organisation", Map.of("channels", "PHONE", "priorityAudience", "NONE"));
        step(draft + "/contact", Map.of("name", "M. Petit", "phone", "0123456789"));
        step(draft + "/verification", Map.of());
        return db.sql("select need from need where structure = ? order by declared_at desc, need limit 1")
                .param("structure-" + uai)
                .query(String.class)
                .single();
    }

    static void waitUntil(BooleanSupplier told) {
        await().atMost(Duration.ofMinutes(1)).until(told::getAsBoolean);
    }

    void waitFor(String path, String field, int value) {
        await(field + " becomes " + value)
                .atMost(Duration.ofSeconds(20))
                .until(() -> school.get(path).json().get(field).asInt() == value);
    }

    void step(String path, Map<String, String> answers) {
        step(anyone, path, answers);
    }

    static void step(Http who, String path, Map<String, String> answers) {
        Answer answer = who.postForm(path, answers);
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(303);
    }

    String declare() {
        Answer declared = school.post(API + "/needs", need(12, "14:00", "16:00", ""));
        assertThat(declared.status()).as(declared.body()).isEqualTo(201);
        return declared.json().get("need").asString();
    }

    static String need(int count, String start, String end, String note) {
        return """
                {"structure":"structure-0940176F","priorityAudience":"REP",
                 "contact":{"name":"Mme Diallo","email":"diallo@ecole.fr","phone":"01 23 45 67 89"},
                 "lines":[{"levelBand":"COLLEGE_4_3","count":%d,"supports":["HOMEWORK"],"subjects":["MATHS"],
                   "channels":["VIDEO"],"slots":[{"day":"WEDNESDAY","start":"%s","end":"%s"}],"familyLink":false}],
                 "note":"%s"}""".formatted(count, start, end, note);
    }

    static String problem(Answer answer) {
        return answer.json().get("code").asString();
    }

    static List<String> fields(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        List<String> fields = new ArrayList<>();
        answer.json()
                .get("errors")
                .forEach(error -> fields.add(error.get("field").asString()));
        return fields.stream().distinct().toList();
    }

    int count(String table) {
        return db.sql("select count(*) from " + table).query(Integer.class).single();
    }

    static String sample(String name) throws IOException {
        try (var in = Objects.requireNonNull(NeedsChapter.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** All that the topic says about a need, up to the wanted type. */
    static List<JsonNode> heard(String need, String until) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", LocalParts.kafka());
        settings.put("group.id", "story-" + UUID.randomUUID());
        settings.put("auto.offset.reset", "earliest");
        List<JsonNode> heard = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("needs.v1"));
            for (int i = 0; i < 60; i++) {
                consumer.poll(Duration.ofMillis(500)).forEach(record -> {
                    JsonNode event = JSON.readTree(record.value());
                    if (event.get("subject").asString().equals(need)) {
                        assertThat(ContractTypes.all())
                                .containsKey(event.get("type").asString());
                        heard.add(event);
                    }
                });
                if (heard.stream().anyMatch(e -> e.get("type").asString().equals(until))) {
                    return heard;
                }
            }
        }
        throw new AssertionError("never heard " + until + ": " + heard);
    }

    static void tell(String type, String need) {
        Samples.tell("matching", type, Map.of("need", need));
    }
}
