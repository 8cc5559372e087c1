package fr.mentoratdurgence.followup;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.Inbox;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.Tokens;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every endpoint and every role: who gets in, who is refused (403), for whom the pair does not exist (404). */
@FollowupTest
class AccessMatrixTest {
    private static final String MENTOR = Heard.id("mentor");
    private static final String STRUCTURE = "structure-0940198E";
    private static final List<String> COLUMNS = List.of(
            "referent 94",
            "referent 75",
            "coordinator",
            "mentor of it",
            "other mentor",
            "structure of it",
            "other structure",
            "analyst",
            "ops",
            "nobody");
    // answers for a live pair of the 94 and an empty body: 422 is as good as in, 400 too
    private static final Map<String, String> MATRIX = matrix();

    @LocalServerPort
    private int port;

    @Autowired
    private Inbox inbox;

    @Autowired
    private ApplicationContext context;

    private static Map<String, String> matrix() {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("GET /suivi", "in in in no no no no no no login");
        rows.put("GET /suivi/mes-binomes", "no no no in in in in no no login");
        rows.put("GET /suivi/personnes/{account}", "in in in no no in 404 no no login");
        rows.put("GET /suivi/binomes/{pair}", "in 404 in in 404 in 404 no no login");
        rows.put("GET /suivi/binomes/{pair}/actes", "in 404 in in 404 in 404 no no login");
        rows.put("POST /suivi/binomes/{pair}/premier-contact", "in 404 in in 404 in 404 no no login");
        rows.put("POST /suivi/binomes/{pair}/seances", "in 404 in in 404 in 404 no no login");
        rows.put("POST /suivi/binomes/{pair}/absences", "in 404 in in 404 in 404 no no login");
        rows.put("POST /suivi/binomes/{pair}/interruption", "in 404 in no no no no no no login");
        rows.put("POST /suivi/binomes/{pair}/interruption/confirmation", "in 404 in no no no no no no login");
        rows.put("POST /suivi/binomes/{pair}/cloture", "in 404 in no no no no no no login");
        rows.put("POST /suivi/binomes/{pair}/poursuite", "in 404 in no no no no no no login");
        rows.put("POST /suivi/binomes/{pair}/poursuite/reponse", "in 404 in no no no no no no login");
        rows.put("GET /api/followup/v1/pairs", "in in in in in in in no no login");
        rows.put("GET /api/followup/v1/pairs/{pair}", "in 404 in in 404 in 404 no no login");
        rows.put("GET /api/followup/v1/pairs/{pair}/facts", "in 404 in in 404 in 404 no no login");
        rows.put("POST /api/followup/v1/pairs/{pair}/first-contact", "in in in in in in in no no login");
        rows.put("POST /api/followup/v1/pairs/{pair}/sessions", "in in in in in in in no no login");
        rows.put("POST /api/followup/v1/pairs/{pair}/missed-sessions", "in in in in in in in no no login");
        rows.put("POST /api/followup/v1/pairs/{pair}/interruption", "in in in no no no no no no login");
        rows.put("POST /api/followup/v1/pairs/{pair}/closure", "in in in no no no no no no login");
        rows.put("POST /api/followup/v1/pairs/{pair}/continuation", "in in in no no no no no no login");
        rows.put("POST /api/followup/v1/pairs/{pair}/continuation/answer", "in in in no no no no no no login");
        rows.put("GET /api/followup/v1/ops/read-models", "no no no no no no no no in login");
        rows.put("GET /api/followup/v1/ops/read-models/{name}", "no no no no no no no no 404 login");
        rows.put("POST /api/followup/v1/ops/read-models/{name}/rebuild", "no no no no no no no no 404 login");
        rows.put("DELETE /api/followup/v1/ops/read-models/{name}/rebuild", "no no no no no no no no 404 login");
        rows.put("DELETE /api/followup/v1/staff/{account}", "404 404 in no no no no no in login");
        return rows;
    }

    @Test
    void every_endpoint_answers_every_role_as_agreed() {
        String pair = Heard.id("pair");
        inbox.hearing()
                .on(Heard.event(Heard.match(pair, "account-somebody", MENTOR, STRUCTURE, "94"), MovableClock.START));
        Map<String, String> found = new LinkedHashMap<>();
        MATRIX.keySet().forEach(endpoint -> found.put(endpoint, String.join(" ", answers(endpoint, pair))));
        assertThat(found).isEqualTo(MATRIX);
    }

    @Test
    void another_persons_pair_cannot_be_acted_upon_by_the_api() {
        String pair = Heard.id("pair");
        inbox.hearing()
                .on(Heard.event(Heard.match(pair, "account-somebody", MENTOR, STRUCTURE, "94"), MovableClock.START));
        String today = MovableClock.START.toString().substring(0, 10);
        for (String stranger : List.of(
                Tokens.referent("75"), Tokens.mentor(Heard.id("mentor")), Tokens.structure("structure-0750001A"))) {
            Http http = new Http(port).as(stranger);
            String path = "/api/followup/v1/pairs/" + pair;
            assertThat(http.post(path + "/first-contact", Map.of("contactedOn", today))
                            .status())
                    .isEqualTo(404);
            assertThat(http.post(path + "/sessions", Map.of("heldOn", today, "minutes", 30, "channel", "PHONE"))
                            .status())
                    .isEqualTo(404);
            assertThat(http.post(path + "/missed-sessions", Map.of("plannedOn", today, "missedBy", "MENTOR"))
                            .status())
                    .isEqualTo(404);
        }
        assertThat(new Http(port)
                        .as(Tokens.referent("75"))
                        .post("/api/followup/v1/pairs/" + pair + "/closure", Map.of("planned", true))
                        .status())
                .isEqualTo(404);
        assertThat(new Http(port)
                        .as(Tokens.referent("75"))
                        .post(
                                "/api/followup/v1/pairs/" + pair + "/continuation",
                                Map.of("association", "AFEV", "proposedOn", today))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void no_endpoint_is_missing_from_the_matrix() {
        List<String> mapped = context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(AccessMatrixTest::endpoints)
                .filter(endpoint -> endpoint.contains("/suivi") || endpoint.contains("/api/"))
                .filter(endpoint -> !endpoint.contains("/ops/dead-letters"))
                .toList();
        assertThat(mapped).containsExactlyInAnyOrderElementsOf(MATRIX.keySet());
    }

    private static java.util.stream.Stream<String> endpoints(RequestMappingInfo info) {
        return info.getMethodsCondition().getMethods().stream()
                .flatMap(method -> info.getPatternValues().stream().map(path -> method + " " + path));
    }

    private List<String> answers(String endpoint, String pair) {
        String[] parts = endpoint.split(" ", 2);
        String path = parts[1].replace("{pair}", pair)
                .replace("{account}", "account-somebody")
                .replace("{name}", "none");
        String type = path.startsWith("/api") ? "application/json" : "application/x-www-form-urlencoded";
        String body = parts[0].equals("POST") ? (path.startsWith("/api") ? "{}" : "x=y") : "";
        return COLUMNS.stream()
                .map(column ->
                        word(http(column).send(parts[0], path, type, body).status()))
                .toList();
    }

    private static String word(int status) {
        return switch (status) {
            case 200, 204, 422 -> "in";
            case 401 -> "login";
            case 403 -> "no";
            default -> Integer.toString(status);
        };
    }

    private Http http(String column) {
        Http http = new Http(port);
        return switch (column) {
            case "referent 94" -> http.as(Tokens.referent("94"));
            case "referent 75" -> http.as(Tokens.referent("75"));
            case "coordinator" -> http.as(Tokens.coordinator());
            case "mentor of it" -> http.as(Tokens.mentor(MENTOR));
            case "other mentor" -> http.as(Tokens.mentor("mentor-other"));
            case "structure of it" -> http.as(Tokens.structure(STRUCTURE));
            case "other structure" -> http.as(Tokens.structure("structure-0750001A"));
            case "nobody" -> http;
            default -> http.as(Tokens.role(column));
        };
    }
}
