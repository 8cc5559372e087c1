package fr.mentoratdurgence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The board of who runs the installation, before services that are played; one of their instances is FROZEN. */
class OpsBoardTest {
    private static final String NEEDS = "/api/needs/v1/ops/";
    private static final String MATCHING = "/api/matching/v1/ops/";
    private static final String TOKEN = token("ops");

    private static final PlayedService PLAYED_NEEDS = new PlayedService();
    private static final PlayedService FROZEN = new PlayedService().frozen();
    private static final PlayedService PLAYED_MATCHING = new PlayedService();

    /** One for all, as the one that most tests share. */
    private static final Door DOOR = door();

    private final String session = DOOR.loggedIn("exploitation", TOKEN);

    private static Door door() {
        int port = Door.freePort();
        return new Door(
                "--server.port=" + port,
                "--PUBLIC_ORIGIN=http://localhost:" + port,
                "--NEEDS_URL=" + PLAYED_NEEDS.url() + "," + FROZEN.url(),
                "--MATCHING_URL=" + PLAYED_MATCHING.url(),
                "--FOLLOWUP_URL=http://127.0.0.1:1",
                // a page that waited for the frozen one as routes do would take so long
                "--spring.cloud.gateway.server.webflux.httpclient.response-timeout=30s");
    }

    @BeforeEach
    void playing() {
        PLAYED_NEEDS.asked().clear();
        PLAYED_MATCHING.asked().clear();
        PLAYED_NEEDS
                .says("GET " + NEEDS + "instance", 200, instance("0.9.0", """
                {"name": "mentorat.dead.letters", "of": "failed", "value": 1.0},
                {"name": "mentorat.dead.letters", "of": "forged", "value": 0.0},
                {"name": "mentorat.deadlines.late", "of": "", "value": 0.0},
                {"name": "mentorat.deadlines.stuck", "of": "", "value": 0.0},
                {"name": "mentorat.inbox.lag", "of": "matching.v1", "value": 3.0},
                {"name": "mentorat.inbox.lag", "of": "followup.v1", "value": 4.0},
                {"name": "mentorat.letters.late", "of": "", "value": 12431.0},
                {"name": "mentorat.letters.oldest", "of": "", "value": 4000.0},
                {"name": "mentorat.publisher.waiting", "of": "", "value": 0.0},
                {"name": "mentorat.publisher.oldest", "of": "", "value": 0.0}"""))
                .says(
                        "GET " + NEEDS + "publisher",
                        200,
                        "{\"topic\": \"needs.v1\", \"told\": 98765, \"waiting\": 0, \"stopsAt\": null}")
                .says("GET " + NEEDS + "dead-letters", 200, """
                        [{"id": 12, "topic": "matching.v1", "key": "line-7", "partition": 2, "offset": 88,
                          "cause": "IllegalStateException: <b>no such place</b>", "parkedAt": "2026-04-20T08:00:00Z"}]""")
                .says("GET " + NEEDS + "read-models", 200, model("needs", "SWITCHED"));
        PLAYED_MATCHING
                .says("GET " + MATCHING + "instance", 200, instance("0.9.1", """
                {"name": "mentorat.part.up", "of": "broker", "value": 0.0},
                {"name": "mentorat.part.up", "of": "database", "value": 1.0}"""))
                .says("GET " + MATCHING + "read-models", 200, model("lines", "RUNNING"))
                .says("GET " + MATCHING + "jobs/open", 200, """
                        [{"job": "job-5", "kind": "REPLAY", "state": "RUNNING", "done": 3, "total": 9, "stopping": false,
                          "askedAt": "2026-04-20T08:00:00Z"}]""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"structure", "mentor", "referent", "screener", "coordinator", "analyst", "member-association"})
    void nobody_else_sees_it_and_no_service_is_asked(String role) {
        String other = DOOR.loggedIn(role, token(role));

        assertThat(DOOR.page("/ops", "Cookie", other).statusCode()).isEqualTo(403);
        assertThat(post("/ops/needs/faits/12/abandon", other).statusCode()).isEqualTo(403);
        assertThat(DOOR.page("/suivi", "Cookie", other).statusCode()).isNotEqualTo(403);
        assertThat(PLAYED_NEEDS.asked()).isEmpty();
    }

    @Test
    void who_is_not_logged_in_is_led_to_the_login_and_a_program_is_refused() {
        assertThat(Door.header(DOOR.page("/ops"), "Location")).isEqualTo("/oauth2/authorization/keycloak");
        assertThat(DOOR.get("/ops", "Authorization", "Bearer " + TOKEN).statusCode())
                .isEqualTo(401);
        assertThat(post("/ops/needs/faits/12/abandon", "SESSION=none").statusCode())
                .isNotEqualTo(303);
    }

    @Test
    void what_answers_is_shown_exactly_and_what_does_not_holds_the_page_up_for_a_second_at_most() {
        long begun = System.nanoTime();
        var page = board();
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(taken).isLessThan(Duration.ofSeconds(10));
        assertThat(page.body())
                .contains(
                        "0.9.0",
                        "0.9.1",
                        PLAYED_NEEDS.url().substring(7),
                        FROZEN.url().substring(7) + " <span class=\"tag tag--urgent\">ne répond pas")
                .contains("98\u202f765", "12\u202f431", "1 h 6 min", ">7<", "1 en échec", "Kafka muet", ">base<")
                .contains(
                        "Suivi : un exemplaire au moins ne répond pas.",
                        "docs/runbooks/DeadLetters.md",
                        "docs/runbooks/LettersLate.md")
                .contains("line-7", "&lt;b&gt;no such place", "3 sur 9", "Aucune adresse en https")
                .doesNotContain("<script", "style=", "ops.", "<b>no such");
        assertThat(PLAYED_NEEDS.asked()).allMatch(call -> call.endsWith("Bearer " + TOKEN + " needs"));
    }

    @Test
    void an_act_is_the_one_of_the_command_line_and_leads_back_to_where_it_stood() {
        PLAYED_MATCHING
                .says("POST " + MATCHING + "dead-letters/12/retry", 200, "{\"healed\": 1}")
                .says("DELETE " + MATCHING + "dead-letters/12", 200, "{\"healed\": 0}")
                .says("POST " + MATCHING + "read-models/lines/rebuild", 202, "{}")
                .says("DELETE " + MATCHING + "read-models/lines/rebuild", 200, "{}")
                .says("DELETE " + MATCHING + "jobs/job-5", 200, "{}");

        for (String act : List.of(
                "faits/12/reprise",
                "faits/12/abandon",
                "modeles/lines/reconstruction",
                "modeles/lines/arret",
                "travaux/job-5/arret")) {
            var done = post("/ops/matching/" + act, session);
            assertThat(done.statusCode()).as(act).isEqualTo(303);
            assertThat(Door.header(done, "Location")).startsWith("/ops#");
        }
        assertThat(PLAYED_MATCHING.asked())
                .containsExactly(
                        "POST " + MATCHING + "dead-letters/12/retry Bearer " + TOKEN + " matching",
                        "DELETE " + MATCHING + "dead-letters/12 Bearer " + TOKEN + " matching",
                        "POST " + MATCHING + "read-models/lines/rebuild Bearer " + TOKEN + " matching",
                        "DELETE " + MATCHING + "read-models/lines/rebuild Bearer " + TOKEN + " matching",
                        "DELETE " + MATCHING + "jobs/job-5 Bearer " + TOKEN + " matching");
    }

    @Test
    void a_refusal_is_said_in_the_words_of_the_service_and_a_foreign_page_cannot_act() {
        PLAYED_MATCHING.says(
                "POST " + MATCHING + "dead-letters/9/retry",
                409,
                "{\"detail\": \"Cet événement attend toujours, pour cette raison.\"}");

        var refused = post("/ops/matching/faits/9/reprise", session);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("role=\"alert\"", "Cet événement attend toujours");

        PLAYED_MATCHING.asked().clear();
        var foreign = DOOR.send(
                "POST",
                "/ops/matching/faits/9/reprise",
                BodyPublishers.noBody(),
                "Cookie",
                session,
                "Origin",
                "http://evil.test");
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(post("/ops/keycloak/faits/9/reprise", session).statusCode()).isEqualTo(404);
        assertThat(post("/ops/matching/modeles/..%2Ffacts/arret", session).statusCode())
                .isIn(400, 404);
        assertThat(PLAYED_MATCHING.asked()).isEmpty();
    }

    @Test
    void it_fits_a_telephone_and_a_desk_by_day_and_by_night_without_a_barrier() {
        try (Playwright playwright = Chromium.playwright();
                Browser browser = Chromium.start(playwright);
                BrowserContext person = browser.newContext()) {
            person.addCookies(List.of(new Cookie("SESSION", session.substring("SESSION=".length()))
                    .setUrl("http://localhost:" + DOOR.port())));
            Page page = person.newPage();
            page.navigate("http://localhost:" + DOOR.port() + "/ops");
            assertThat(page.locator("h1").innerText()).isEqualTo("Tableau d’exploitation");
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (int width : List.of(360, 1366)) {
                    page.setViewportSize(width, 800);
                    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                    page.screenshot(new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of("target", "photographs", "ops-" + width + "-" + scheme + ".png")));
                    assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                            .as("no sideways scrolling at %d", width)
                            .isLessThanOrEqualTo(width);
                    assertThat(new AxeBuilder(page).analyze().getViolations())
                            .as("%d %s", width, scheme)
                            .isEmpty();
                }
            }
            assertThat(page.evaluate("document.fonts.check('1rem \"Atkinson Hyperlegible Next\"')"))
                    .isEqualTo(true);
        }
    }

    private HttpResponse<String> board() {
        return DOOR.page("/ops", "Cookie", session);
    }

    private HttpResponse<String> post(String path, String cookie) {
        return DOOR.send(
                "POST",
                path,
                BodyPublishers.noBody(),
                "Cookie",
                cookie,
                "Origin",
                "http://localhost:" + DOOR.port(),
                "Accept",
                Door.PAGE);
    }

    private static String instance(String version, String figures) {
        return "{\"instance\": \"instance-1\", \"version\": \"" + version
                + "\", \"figures\": [{\"name\": \"process.uptime\", \"of\": \"\", \"value\": 3725.0}," + figures + "]}";
    }

    private static String model(String name, String state) {
        return "[{\"name\": \"" + name + "\", \"tables\": [], \"state\": \"" + state
                + "\", \"position\": 5, \"total\": 10, \"secondsLeft\": 90, \"cause\": null}]";
    }

    private static String token(String role) {
        String claims = "{\"realm_access\":{\"roles\":[\"" + role + "\"]}}";
        return "e30." + Base64.getUrlEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".x";
    }
}
