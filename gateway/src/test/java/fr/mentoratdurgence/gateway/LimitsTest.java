package fr.mentoratdurgence.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("reliability")
class LimitsTest {
    private static final int MEGABYTE = 1024 * 1024;

    private final Door door = Door.shared();

    @Test
    void two_megabytes_are_enough_for_a_form() {
        assertThat(post("/api/needs/v1/needs", declared(2 * MEGABYTE)).body()).isEqualTo("needs " + 2 * MEGABYTE);
        assertThat(post("/api/needs/v1/needs", streamed(2 * MEGABYTE)).body()).isEqualTo("needs " + 2 * MEGABYTE);
    }

    @Test
    void more_is_refused_when_it_is_declared() {
        var answer = post("/api/needs/v1/needs", declared(2 * MEGABYTE + 1));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("\"title\":\"Envoi trop lourd\"", "\"status\":413");
    }

    @Test
    void more_is_refused_as_soon_as_it_shows() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
            socket.setSoTimeout(5000);
            OutputStream out = socket.getOutputStream();
            out.write("""
                POST /api/needs/v1/needs HTTP/1.1\r
                Host: door.test\r
                Authorization: Bearer own\r
                Transfer-Encoding: chunked\r
                \r
                %x\r
                """.formatted(3 * MEGABYTE).getBytes(StandardCharsets.US_ASCII));
            // and then the visitor waits: nobody is waiting for the rest
            out.write(new byte[2 * MEGABYTE + 1]);

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 413 ").contains("Envoi trop lourd");
        }
    }

    @Test
    void names_of_two_hundred_people_may_be_asked_for_and_a_longer_address_is_refused_in_words() {
        String of = "of=mentor-00000000-0000-4000-8000-061234567899&";
        var names = door.get("/api/mentors/v1/mentors/names?" + of.repeat(200), "Authorization", "Bearer own");
        assertThat(names.body()).isEqualTo("mentor 0");
        assertThat(door.service("mentor").lastCall()).hasSizeGreaterThan(9_000);

        var answer = door.page("/?" + of.repeat(400));
        assertThat(answer.statusCode()).isEqualTo(414);
        assertThat(answer.body()).contains("Adresse trop longue");
    }

    @Test
    void a_person_reads_why_the_file_was_refused() {
        var answer = door.send(
                "POST", "/besoins/declarer", declared(3 * MEGABYTE), "Origin", Door.ORIGIN, "Accept", Door.PAGE);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("Envoi trop lourd", "partagez-le en plusieurs envois");
    }

    @Test
    void an_import_may_be_ten_times_larger() {
        assertThat(post("/api/needs/v1/structures/import", declared(20 * MEGABYTE))
                        .body())
                .isEqualTo("needs " + 20 * MEGABYTE);
        assertThat(post("/api/mentors/v1/mentors/import", streamed(20 * MEGABYTE))
                        .body())
                .isEqualTo("mentor " + 20 * MEGABYTE);
        assertThat(post("/api/needs/v1/needs/import", declared(20 * MEGABYTE + 1))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void who_asks_too_often_waits_whatever_address_is_claimed() {
        var strict = new Door("--RATE_CLIENT_PER_MINUTE=5");
        for (int i = 0; i < 5; i++) {
            assertThat(strict.get("/").statusCode()).isEqualTo(200);
        }
        var program = strict.get("/", "X-Forwarded-For", "203.0.113.7");
        assertThat(program.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(Door.header(program, "Retry-After"))).isBetween(1, 13);
        assertThat(Door.header(program, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(strict.page("/").body()).contains("Un instant, s’il vous plaît");
    }

    @Test
    void behind_a_trusted_proxy_each_visitor_is_counted_and_nobody_can_pretend_to_be_another() {
        var strict = new Door("--RATE_CLIENT_PER_MINUTE=2", "--TRUSTED_PROXIES=127.0.0.0/8,10.1.0.0/16");
        for (int i = 0; i < 2; i++) {
            assertThat(strict.get("/", "X-Forwarded-For", "203.0.113.7").statusCode())
                    .isEqualTo(200);
        }
        assertThat(strict.get("/", "X-Forwarded-For", "203.0.113.7, 10.1.2.3").statusCode())
                .as("through one proxy more")
                .isEqualTo(429);
        assertThat(strict.get("/", "X-Forwarded-For", "198.51.100.1, 203.0.113.7")
                        .statusCode())
                .as("what the visitor claimed stands before what the proxy saw")
                .isEqualTo(429);
        assertThat(strict.get("/", "X-Forwarded-For", "203.0.113.8:51234").statusCode())
                .isEqualTo(200);
        assertThat(strict.service("needs").received("X-Forwarded-For")).isEqualTo("203.0.113.8");
        assertThat(strict.get("/", "X-Forwarded-For", "[2001:db8::1]:443").statusCode())
                .isEqualTo(200);
        assertThatThrownBy(() -> new Door("--TRUSTED_PROXIES=proxy.example"))
                .hasStackTraceContaining("TRUSTED_PROXIES");
    }

    @Test
    void a_program_that_fills_in_forms_is_stopped_an_office_passes_and_nothing_typed_is_lost() {
        var strict = new Door("--RATE_FORMS_PER_MINUTE=60", "--TRUSTED_PROXIES=127.0.0.1");
        List<HttpResponse<String>> answers = IntStream.range(0, 150)
                // a cookie alone proves nothing
                .mapToObj(i -> form(
                        strict, "203.0.113.7", "prenom=Ana%C3%AFs+" + i + "&note=%3Cb%3E", "Cookie", "SESSION=made-up"))
                .toList();

        List<HttpResponse<String>> refused =
                answers.stream().filter(answer -> answer.statusCode() == 429).toList();
        assertThat(answers.size() - refused.size()).isBetween(15, 60);
        var last = refused.getLast();
        assertThat(last.body())
                .contains(
                        "Beaucoup d’envois",
                        "action=\"/mentors/candidature\"",
                        "value=\"&lt;b&gt;\"",
                        "value=\"Anaïs 1")
                .doesNotContain("<b>");
        assertThat(Integer.parseInt(Door.header(last, "Retry-After"))).isBetween(1, 60);
        assertThat(Door.header(last, "RateLimit")).contains("\"forms\";r=0;t=");
        assertThat(Door.header(last, "RateLimit-Policy")).contains("\"forms\";q=60;w=60");

        for (int i = 0; i < 12; i++) {
            assertThat(form(strict, "203.0.113.8", "prenom=Lou+" + i).statusCode())
                    .as("ten colleagues")
                    .isEqualTo(200);
        }
        assertThat(form(strict, "203.0.113.7", "prenom=Lou", "Cookie", strict.loggedIn("claire", "t"))
                        .statusCode())
                .as("who is logged in")
                .isEqualTo(200);
    }

    @Test
    void the_same_long_story_from_many_addresses_is_told_so_many_times_and_no_more() {
        var strict = new Door("--RATE_SAME_FORM_PER_MINUTE=3", "--TRUSTED_PROXIES=127.0.0.1");
        String story = "motivation=" + "Je+veux+aider.".repeat(20);
        for (int i = 0; i < 3; i++) {
            assertThat(form(strict, "203.0.113." + i, story).statusCode()).isEqualTo(200);
        }
        assertThat(form(strict, "203.0.113.9", story).statusCode()).isEqualTo(429);
        assertThat(form(strict, "203.0.113.9", story + "+Vraiment.").statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_program_reads_how_much_is_left() {
        var answer = new Door("--RATE_CLIENT_PER_MINUTE=50").get("/api/needs/v1/structures/0940001A");

        assertThat(Door.header(answer, "RateLimit-Policy")).isEqualTo("\"client\";q=50;w=60");
        assertThat(Door.header(answer, "RateLimit")).isEqualTo("\"client\";r=49;t=60");
    }

    private static HttpResponse<String> form(Door door, String from, String body, String... more) {
        var headers = new ArrayList<>(List.of(
                "X-Forwarded-For",
                from,
                "Origin",
                Door.ORIGIN,
                "Accept",
                Door.PAGE,
                "Content-Type",
                "application/x-www-form-urlencoded"));
        headers.addAll(List.of(more));
        return door.send("POST", "/mentors/candidature", BodyPublishers.ofString(body), headers.toArray(String[]::new));
    }

    @Test
    void one_account_does_not_use_up_the_share_of_another() {
        var strict = new Door("--RATE_ACCOUNT_PER_MINUTE=2");
        String claire = strict.loggedIn("claire", "t");
        assertThat(strict.get("/suivi", "Cookie", claire).statusCode()).isEqualTo(200);
        assertThat(strict.get("/suivi", "Cookie", claire).statusCode()).isEqualTo(200);
        assertThat(strict.get("/suivi", "Cookie", claire).statusCode()).isEqualTo(429);
        assertThat(strict.get("/suivi", "Cookie", strict.loggedIn("paul", "t")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_body_that_is_dripped_in_is_cut() throws IOException {
        var strict = new Door("--FORM_WITHIN=300ms");
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), strict.port())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write("""
                POST /api/needs/v1/needs HTTP/1.1\r
                Host: door.test\r
                Authorization: Bearer own\r
                Content-Length: 1000\r
                \r
                a\
                """.getBytes(StandardCharsets.US_ASCII));

            // to the end: the connection is closed, not kept for more drops
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 408 ").contains("Envoi interrompu");
        }
    }

    @Test
    void headers_have_a_limit_that_is_said() {
        assertThat(door.page("/", "X-Long", "x".repeat(10_000)).statusCode()).isEqualTo(200);
        var answer = door.page("/", "X-Long", "x".repeat(17_000));
        assertThat(answer.statusCode()).isEqualTo(431);
        assertThat(answer.body()).contains("Demande trop longue");
        String[] many = new String[240];
        for (int i = 0; i < many.length; i += 2) {
            many[i] = "X-Many-" + i;
            many[i + 1] = "x";
        }
        assertThat(door.page("/", many).statusCode()).isEqualTo(431);
    }

    @Test
    void one_account_keeps_so_many_pages_up_to_date_and_no_more() throws IOException {
        var strict = new Door("--STREAMS_PER_ACCOUNT=2");
        String claire = strict.loggedIn("claire", "t");
        try (var one = stream(strict, claire);
                var two = stream(strict, claire)) {
            assertThat(strict.page("/suivi/flux", "Cookie", claire).statusCode())
                    .isEqualTo(429);
            assertThat(strict.page("/suivi/flux", "Cookie", claire).body()).contains("Trop de pages ouvertes");
            try (var other = stream(strict, strict.loggedIn("paul", "t"))) {
                assertThat(one.isConnected() && two.isConnected() && other.isConnected())
                        .isTrue();
            }
        }
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> stream(strict, claire).close());
    }

    /** An open stream of this person, whose first event has come, whatever the page said it accepts. */
    private static Socket stream(Door door, String cookie) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), door.port());
        socket.setSoTimeout(5000);
        socket.getOutputStream()
                .write("GET /suivi/flux HTTP/1.1\r\nHost: door.test\r\nAccept: */*\r\nCookie: %s\r\n\r\n"
                        .formatted(cookie)
                        .getBytes(StandardCharsets.US_ASCII));
        byte[] begun = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
        assertThat(new String(begun, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200");
        return socket;
    }

    private HttpResponse<String> post(String path, BodyPublisher body) {
        return door.send("POST", path, body, "Authorization", "Bearer own");
    }

    private static BodyPublisher declared(int bytes) {
        return BodyPublishers.ofByteArray(new byte[bytes]);
    }

    private static BodyPublisher streamed(int bytes) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes]));
    }
}
