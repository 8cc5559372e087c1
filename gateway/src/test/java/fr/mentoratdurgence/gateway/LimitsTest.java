package fr.mentoratdurgence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

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
    void one_account_does_not_use_up_the_share_of_another() {
        var strict = new Door("--RATE_ACCOUNT_PER_MINUTE=2");
        String claire = strict.loggedIn("claire", "t");
        assertThat(strict.get("/suivi", "Cookie", claire).statusCode()).isEqualTo(200);
        assertThat(strict.get("/suivi", "Cookie", claire).statusCode()).isEqualTo(200);
        assertThat(strict.get("/suivi", "Cookie", claire).statusCode()).isEqualTo(429);
        assertThat(strict.get("/suivi", "Cookie", strict.loggedIn("paul", "t")).statusCode())
                .isEqualTo(200);
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
