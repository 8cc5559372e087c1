package fr.mentoratdurgence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A front end of another origin uses the visitor's session where it is listed by name, and only on the APIs. */
class FrontEndsTest {
    private static final String FRONT = "http://app.door.test:3000";
    private static final String NEEDS = "/api/needs/v1/needs";

    private static final class Listed {
        static final Door DOOR = new Door("--FRONT_ENDS=" + FRONT + ",http://other.door.test");
    }

    private final Door door = Listed.DOOR;

    @Test
    void a_listed_front_end_reads_and_writes_with_the_session_of_its_visitor() {
        String cookie = door.loggedIn("claire", "token-of-claire");

        var read = door.get(NEEDS, "Origin", FRONT, "Sec-Fetch-Site", "same-site", "Cookie", cookie);
        assertThat(read.statusCode()).isEqualTo(200);
        mayBeReadBy(FRONT, read);
        assertThat(Door.header(read, "Access-Control-Expose-Headers")).contains("X-Correlation-Id");
        assertThat(door.service("needs").received("Authorization")).isEqualTo("Bearer token-of-claire");

        var written = post(NEEDS, FRONT, cookie);
        assertThat(written.statusCode()).isEqualTo(200);
        mayBeReadBy(FRONT, written);
        mayBeReadBy(FRONT, door.get("/session", "Origin", FRONT, "Sec-Fetch-Site", "same-site", "Cookie", cookie));
    }

    @Test
    void a_refusal_too_can_be_read_so_that_the_front_end_sends_its_visitor_to_log_in() {
        var answer = door.get(NEEDS, "Origin", FRONT, "Sec-Fetch-Site", "same-site");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("\"code\":\"LOGIN_NEEDED\"", "\"type\":\"/problemes/login-needed\"");
        mayBeReadBy(FRONT, answer);
    }

    @Test
    void a_browser_that_asks_first_is_told_what_it_may_do() {
        var asked = preflight(FRONT, NEEDS);
        assertThat(asked.statusCode()).isEqualTo(200);
        mayBeReadBy(FRONT, asked);
        assertThat(Door.header(asked, "Access-Control-Allow-Headers")).containsIgnoringCase("Idempotency-Key");
        assertThat(Door.header(asked, "Access-Control-Allow-Methods")).contains("POST");
    }

    @ParameterizedTest
    @CsvSource({
        // origin, address
        "http://evil.test, " + NEEDS,
        "http://door.test:3000, " + NEEDS,
        "null, " + NEEDS,
        // pages are no front end's
        FRONT + ", /suivi/binomes/pair-1",
        FRONT + ", /besoins/declarer",
    })
    void nobody_else_and_nothing_else_is_opened(String origin, String address) {
        var answer = post(address, origin, door.loggedIn("claire", "t"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("\"code\":\"FOREIGN_PAGE\"");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(preflight(origin, address).headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void a_door_that_lists_nobody_answers_nobody_s_browser() {
        var closed = Door.shared();
        var answer = closed.send(
                "POST",
                NEEDS,
                BodyPublishers.ofString("{}"),
                "Origin",
                FRONT,
                "Sec-Fetch-Site",
                "same-site",
                "Cookie",
                closed.loggedIn("claire", "t"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void who_is_logged_in_goes_straight_back_to_the_front_end_and_who_is_not_logs_in_first() {
        String login = "/connexion?retour=" + FRONT + "/besoins";

        var back = door.page(login, "Cookie", door.loggedIn("claire", "t"));
        assertThat(back.statusCode()).isEqualTo(302);
        assertThat(Door.header(back, "Location")).isEqualTo(FRONT + "/besoins");

        var first = door.page(login);
        assertThat(first.statusCode()).isEqualTo(302);
        assertThat(Door.header(first, "Location")).isEqualTo("/oauth2/authorization/keycloak");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.test/",
                "//evil.test/",
                "http://app.door.test:3000@evil.test/",
                "http://app.door.test:30000/",
                "javascript:alert(1)",
                "/suivi",
                "%20"
            })
    void our_login_leads_to_no_page_that_is_not_listed(String page) {
        var answer = door.page("/connexion?retour=" + page, "Cookie", door.loggedIn("claire", "t"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    private HttpResponse<String> post(String address, String origin, String cookie) {
        return door.send(
                "POST",
                address,
                BodyPublishers.ofString("{}"),
                "Origin",
                origin,
                "Sec-Fetch-Site",
                "same-site",
                "Content-Type",
                "application/json",
                "Cookie",
                cookie);
    }

    private HttpResponse<String> preflight(String origin, String address) {
        return door.send(
                "OPTIONS",
                address,
                BodyPublishers.noBody(),
                "Origin",
                origin,
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "content-type,idempotency-key");
    }

    private static void mayBeReadBy(String origin, HttpResponse<String> answer) {
        assertThat(Door.header(answer, "Access-Control-Allow-Origin")).isEqualTo(origin);
        assertThat(Door.header(answer, "Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(Door.header(answer, "Vary")).contains("Origin");
    }
}
