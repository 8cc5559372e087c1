package fr.mentoratdurgence.reporting.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.mentoratdurgence.platform.Inbox;
import fr.mentoratdurgence.platform.ReceivedEvent;
import fr.mentoratdurgence.platform.deadlines.Deadline;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.Http.Answer;
import fr.mentoratdurgence.platform.test.ServiceTest;
import fr.mentoratdurgence.platform.test.Tokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A partner is told, at a real server of its own, what becomes of the needs that it declared. */
@ServiceTest
class WebhookStoryTest {
    private static final String API = "/api/reporting/v1/webhooks";
    private static final String PARTNER = Tokens.account("service-account-partenaire");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    @Autowired
    private List<Inbox> inboxes;

    @Autowired
    private WebhookSender sender;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TransactionTemplate transactions;

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final String need = "need-" + UUID.randomUUID();
    private HttpServer server;
    private volatile int status = 204;
    private Http partner;
    private String webhook;
    private String secret;

    private record Call(String path, String id, String time, String signature, String body) {}

    @BeforeEach
    void a_partner_that_declared_a_need_and_wants_to_hear_of_it() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        partner = new Http(port).as(Tokens.partner("facts.hear", "94"));
        Answer registered = partner.post(
                API,
                Map.of(
                        "url",
                        "http://localhost:" + server.getAddress().getPort() + "/mentorat",
                        "kinds",
                        List.of("NEED_QUALIFIED", "NEED_WITHDRAWN", "MATCH_CONFIRMED")));
        assertThat(registered.status()).as(registered.body()).isEqualTo(201);
        assertThat(registered.response().headers().firstValue("Cache-Control")).contains("no-store");
        webhook = registered.json().get("webhook").asString();
        secret = registered.json().get("secret").asString();
        hear("needs", "needs.need-declared.v1", need, PARTNER, declared(need));
    }

    @AfterEach
    void nothing_of_it_stays() {
        server.stop(0);
        db.sql("delete from webhook").update();
        db.sql("update deadline set told_at = now() where told_at is null").update();
    }

    @Test
    void what_becomes_of_an_own_need_is_told_by_itself_signed_once_and_without_anybody_in_it() throws Exception {
        String fact = hear("needs", "needs.need-qualified.v1", need, "account-r", qualified(need));
        String others = "need-" + UUID.randomUUID();
        hear("needs", "needs.need-declared.v1", others, "account-else", declared(others));
        hear("needs", "needs.need-qualified.v1", others, "account-r", qualified(others));
        hear("needs", "needs.need-line-count-revised.v1", need, "account-r", "{\"need\":\"" + need + "\",\"line\":1}");

        await().atMost(Duration.ofSeconds(20)).until(() -> !calls.isEmpty());
        assertThat(calls).hasSize(1);
        Call call = calls.getFirst();
        assertThat(call.path()).isEqualTo("/mentorat");
        assertThat(call.id()).isEqualTo(fact);
        assertThat(Instant.ofEpochSecond(Long.parseLong(call.time())))
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(5));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        assertThat(call.signature())
                .isEqualTo("v1,"
                        + Base64.getEncoder()
                                .encodeToString(mac.doFinal(
                                        (call.id() + "." + call.time() + "." + call.body()).getBytes(UTF_8))));
        JsonNode told = JSON.readTree(call.body());
        assertThat(told.get("type").asString()).isEqualTo("NEED_QUALIFIED");
        assertThat(told.get("data").propertyNames()).containsExactlyInAnyOrder("need", "declaredOn", "qualifiedOn");
        assertThat(told.at("/data/need").asString()).isEqualTo(need);
        assertThat(call.body()).doesNotContain("account-", "mentor-", "structure-");

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(partner.get(API + "/" + webhook)
                                .json()
                                .at("/deliveries/0/lastStatus")
                                .asInt())
                        .isEqualTo(204));
        assertThat(partner.get(API + "/" + webhook).body()).doesNotContain("secret", secret);
        assertThat(db.sql("select secret_sealed from webhook where webhook = ?")
                        .param(webhook)
                        .query(String.class)
                        .single())
                .doesNotContain(secret);
    }

    @Test
    void a_fact_that_is_heard_again_is_told_once() {
        ReceivedEvent fact = event("needs", "needs.need-qualified.v1", need, "account-r", qualified(need));
        hear(fact);
        transactions.executeWithoutResult(_ -> outbox(fact));
        pass();
        pass();
        assertThat(calls).hasSize(1);

        // a whole history that is heard anew, long after what arrived was forgotten
        db.sql("update webhook set created_at = now() - interval '60 days'").update();
        db.sql("delete from webhook_delivery").update();
        ReceivedEvent old = ReceivedEvent.parse(fact.raw()
                .replaceFirst(
                        "\"time\":\"[^\"]*\"", "\"time\":\"" + Instant.now().minus(Duration.ofDays(31)) + "\""));
        transactions.executeWithoutResult(_ -> outbox(old));
        pass();
        assertThat(calls).hasSize(1);
    }

    @Test
    void what_does_not_arrive_is_sent_again_after_a_pause_under_the_same_id_and_in_its_order() {
        status = 503;
        String first = hear("needs", "needs.need-qualified.v1", need, "account-r", qualified(need));
        String second = hear("needs", "needs.need-withdrawn.v1", need, "account-r", "{\"need\":\"" + need + "\"}");
        pass();
        pass();
        assertThat(calls).as("nobody is asked again before its pause is over").hasSize(1);
        JsonNode waiting = partner.get(API + "/" + webhook).json();
        assertThat(waiting.at("/webhook/waiting").asInt()).isEqualTo(2);
        assertThat(waiting.at("/webhook/failingSince").isString()).isTrue();
        assertThat(waiting.at("/deliveries/1/lastStatus").asInt()).isEqualTo(503);
        assertThat(db.sql("select count(*) from deadline where subject = ? and told_at is null and due_at > now()")
                        .param(webhook)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        status = 200;
        pauseIsOver();
        pass();
        assertThat(calls.stream().map(Call::id)).containsExactly(first, first, second);
        assertThat(partner.get(API + "/" + webhook)
                        .json()
                        .at("/webhook/failingSince")
                        .isNull())
                .isTrue();
    }

    @Test
    void an_address_that_fails_for_days_or_says_that_it_is_gone_is_left_alone_until_its_partner_says_otherwise() {
        hear("needs", "needs.need-qualified.v1", need, "account-r", qualified(need));
        status = 500;
        db.sql("update webhook set failing_since = now() - interval '6 days'").update();
        pass();
        assertThat(pausedAt()).isTrue();
        pauseIsOver();
        pass();
        assertThat(calls).hasSize(1);
        assertThat(db.sql("select count(*) from webhook where paused_at is not null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        status = 200;
        assertThat(partner.post(API + "/" + webhook + "/resumption", Map.of()).status())
                .isEqualTo(204);
        pass();
        assertThat(calls).hasSize(2);
        assertThat(pausedAt()).isFalse();

        status = 410;
        hear("needs", "needs.need-withdrawn.v1", need, "account-r", "{\"need\":\"" + need + "\"}");
        pass();
        assertThat(pausedAt()).isTrue();
    }

    @Test
    void it_is_sent_to_that_address_and_nowhere_else() throws IOException {
        status = 302;
        hear("needs", "needs.need-qualified.v1", need, "account-r", qualified(need));
        pass();
        assertThat(calls.stream().map(Call::path)).containsExactly("/mentorat");

        var strict = new WebhookSettings(Duration.ofSeconds(2), Duration.ofDays(5), false);
        try (WebhookPost outside = new WebhookPost(strict, new PublicAddresses(false))) {
            int here = server.getAddress().getPort();
            for (String neighbour : List.of("localhost", "127.0.0.1", "[::1]", "[::ffff:127.0.0.1]")) {
                assertThat(outside.send("http://" + neighbour + ":" + here, "id", "{}", secret, Instant.now()))
                        .as(neighbour)
                        .isEqualTo(WebhookPost.SILENCE);
            }
        }
        assertThat(calls).hasSize(1);
    }

    @Test
    void an_address_is_one_partners_and_operators_see_all_of_them() {
        for (String bad : List.of("ftp://localhost/x", "https://me:secret@localhost/x", "mentorat", "", "https:///x")) {
            Answer refused = partner.post(API, Map.of("url", bad, "kinds", List.of("NEED_QUALIFIED")));
            assertThat(refused.status()).as(bad).isEqualTo(422);
            assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("url");
        }
        Answer again = partner.post(
                API,
                Map.of(
                        "url",
                        "http://localhost:" + server.getAddress().getPort() + "/mentorat",
                        "kinds",
                        List.of("NEED_QUALIFIED")));
        assertThat(again.json().get("code").asString()).isEqualTo("WEBHOOK_KNOWN");
        db.sql("update webhook set partner = 'account-another'").update();
        assertThat(partner.get(API).json()).isEmpty();
        assertThat(partner.get(API + "/" + webhook).status()).isEqualTo(404);
        assertThat(partner.delete(API + "/" + webhook).status()).isEqualTo(404);
        Http ops = new Http(port).as(Tokens.role("ops"));
        assertThat(ops.get(API).json()).hasSize(1);
        assertThat(ops.delete(API + "/" + webhook).status()).isEqualTo(204);
        assertThat(ops.get(API).json()).isEmpty();
    }

    private boolean pausedAt() {
        return partner.get(API + "/" + webhook).json().at("/webhook/pausedAt").isString();
    }

    private void pauseIsOver() {
        db.sql("update webhook set next_at = now() - interval '1 second'").update();
    }

    /** As the deadline does, without waiting for it. */
    private void pass() {
        transactions.executeWithoutResult(
                _ -> sender.pass(Deadline.of(WebhookDeadline.WEBHOOK_DELIVERY, webhook, Instant.now())));
    }

    private String hear(String service, String type, String subject, String actor, String data) {
        ReceivedEvent event = event(service, type, subject, actor, data);
        hear(event);
        return event.id();
    }

    private void hear(ReceivedEvent event) {
        transactions.executeWithoutResult(
                _ -> inboxes.forEach(inbox -> inbox.hearing().on(event)));
    }

    @Autowired
    private WebhookOutbox outbox;

    private void outbox(ReceivedEvent event) {
        outbox.heard(event);
    }

    private static ReceivedEvent event(String service, String type, String subject, String actor, String data) {
        return ReceivedEvent.parse("""
            {"specversion":"1.0","id":"%s","source":"/%s-service","type":"%s","subject":"%s","time":"%s",
             "sequence":"%d","actor":"%s","actorrole":"none","correlationid":"request-1","data":%s}\
            """.formatted(
                        "event-" + UUID.randomUUID(),
                        service,
                        type,
                        subject,
                        Instant.now().plusMillis(1),
                        type.contains("declared") ? 0 : 1,
                        actor,
                        data));
    }

    private static String declared(String need) {
        return """
            {"need":"%s","structure":"structure-0940176F","departement":"94","academie":"24","priorityAudience":"REP",
             "lines":[],"origin":"ACCOUNT","declaredOn":"2020-04-20"}\
            """.formatted(need);
    }

    private static String qualified(String need) {
        return """
            {"need":"%s","structure":"structure-0940176F","referent":"account-r","departement":"94","academie":"24",
             "priorityAudience":"REP","lines":[],"declaredOn":"2020-04-20","qualifiedOn":"2020-04-22"}\
            """.formatted(need);
    }

    private void answer(HttpExchange exchange) throws IOException {
        calls.add(new Call(
                exchange.getRequestURI().getPath(),
                exchange.getRequestHeaders().getFirst("webhook-id"),
                exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                exchange.getRequestHeaders().getFirst("webhook-signature"),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        if (status == 302) {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }
}
