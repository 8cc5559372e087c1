package fr.mentoratdurgence.mentor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.mentoratdurgence.platform.Inbox;
import fr.mentoratdurgence.platform.accounts.AccountRemovals;
import fr.mentoratdurgence.platform.test.FakeKeycloak;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.Http.Answer;
import fr.mentoratdurgence.platform.test.LocalParts;
import fr.mentoratdurgence.platform.test.Tokens;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What the chapters of the story of a mentor share: who asks, and how one gets to where each begins. */
abstract class MentorChapter {
    static final String API = "/api/mentors/v1/mentors";

    static final FakeKeycloak KEYCLOAK = new FakeKeycloak();

    final String today = LocalDate.now(ZoneId.of("Europe/Paris")).toString();

    @Autowired
    JdbcClient db;

    @Autowired
    AccountRemovals removals;

    @Autowired
    Inbox inbox;

    @Autowired
    PlatformTransactionManager transactions;

    @LocalServerPort
    int port;

    Http anyone;

    Http referent;

    Http elsewhere;

    @DynamicPropertySource
    static void keycloak(DynamicPropertyRegistry settings) {
        settings.add("accounts.realm", KEYCLOAK::realm);
        settings.add("accounts.client-secret", () -> "secret");
    }

    @BeforeEach
    void people() {
        anyone = new Http(port);
        referent = anyone.as(Tokens.referent("94"));
        elsewhere = anyone.as(Tokens.referent("75"));
        KEYCLOAK.down(false);
    }

    /** The number that the public form tells, for a page that is sent twice. */
    String form(String address) {
        String location = anyone.postForm(
                        "/mentors/candidature",
                        Map.ofEntries(
                                Map.entry("commande", "command-00000000-0000-4000-8000-000000000b0b"),
                                Map.entry("firstName", "Zéphirine"),
                                Map.entry("lastName", "Durand"),
                                Map.entry("email", address),
                                Map.entry("phone", "0612345678"),
                                Map.entry("adult", "oui"),
                                Map.entry("departement", "94"),
                                Map.entry("supports", "METHOD"),
                                Map.entry("channels", "VIDEO"),
                                Map.entry("capacity", "1")))
                .location();
        return location.replaceFirst(".*reference=", "").replaceFirst("&.*", "");
    }

    void hear(Object fact) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(_ -> inbox.hearing().on(Heard.event("stream-1", fact)));
    }

    long renewals(String mentor) {
        return db.sql("select count(*) from domain_event where aggregate_id = ?"
                        + " and payload_type = 'mentors.PasswordRenewed'")
                .param(mentor)
                .query(Long.class)
                .single();
    }

    long identities(String mentor) {
        return db.sql("select count(*) from mentor_identity where mentor = ?")
                .param(mentor)
                .query(Long.class)
                .single();
    }

    String withAccount(String email) {
        String mentor = apply(email, true, true);
        referent.post(path(mentor, "interview"), Map.of("heldOn", today, "passed", true));
        assertThat(referent.post(path(mentor, "account"), "{}").status()).isEqualTo(200);
        return mentor;
    }

    String apply(String email, boolean adult, boolean anywhere) {
        Answer answer = anyone.post(API, application(email, adult, anywhere));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.json().path("reference").asString()).startsWith("M-");
        return answer.json().path("mentor").asString();
    }

    static Map<String, Object> application(String email, boolean adult, boolean anywhere) {
        return Map.ofEntries(
                Map.entry("firstName", "Zéphirine"),
                Map.entry("lastName", "Durand"),
                Map.entry("email", email),
                Map.entry("phone", "06 12 34 56 78"),
                Map.entry("adult", adult),
                Map.entry("departement", "94"),
                Map.entry("anywhere", anywhere),
                Map.entry(
                        "skills",
                        List.of(Map.of("subject", "MATHS", "fromBand", "COLLEGE_6_5", "toBand", "COLLEGE_4_3"))),
                Map.entry("supports", List.of("METHOD")),
                Map.entry("channels", List.of("VIDEO", "PHONE")),
                Map.entry("slots", List.of(Map.of("day", "WEDNESDAY", "start", "14:00", "end", "16:00"))),
                Map.entry("capacity", 2));
    }

    List<String> missing(String mentor) {
        List<String> missing = new ArrayList<>();
        referent.get(API + "/" + mentor).json().path("missing").forEach(m -> missing.add(m.asString()));
        return missing;
    }

    static String path(String mentor, String act) {
        return API + "/" + mentor + "/" + act;
    }

    static String code(Answer answer) {
        return answer.json().path("code").asString("none, but " + answer.status());
    }

    static String email() {
        return "zephirine-" + UUID.randomUUID() + "@exemple.fr";
    }

    static List<String> published(String mentor, int count) {
        List<String> types = new ArrayList<>();
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                LocalParts.kafka(),
                ConsumerConfig.GROUP_ID_CONFIG,
                "story-" + UUID.randomUUID(),
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("mentors.v1"));
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                consumer.poll(Duration.ofMillis(300)).forEach(message -> {
                    if (mentor.equals(message.key())) {
                        types.add(JsonMapper.shared()
                                .readTree(message.value())
                                .path("type")
                                .asString());
                    }
                });
                return types.size() >= count;
            });
        }
        return types;
    }
}
