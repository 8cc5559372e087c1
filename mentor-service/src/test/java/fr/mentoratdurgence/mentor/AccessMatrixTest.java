package fr.mentoratdurgence.mentor;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.ServiceTest;
import fr.mentoratdurgence.platform.test.Tokens;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every address × every role: refused unless listed here. */
@ServiceTest
class AccessMatrixTest {
    private static final String API = "/api/mentors/v1/mentors";
    private static final String SOME = "mentor-00000000-0000-4000-8000-000000000001";
    private static final Set<String> ALL =
            Set.of("anyone", "structure", "mentor", "referent", "coordinator", "analyst", "ops", "member-association");
    private static final Set<String> TEAM = Set.of("referent", "coordinator");
    private static final Set<String> MENTOR = Set.of("mentor");
    private static final Set<String> OPS = Set.of("ops");

    @LocalServerPort
    int port;

    @Test
    void every_address_is_open_to_its_roles_only() {
        Map<String, Set<String>> open = new LinkedHashMap<>();
        open.put("GET /mentors/candidature", ALL);
        open.put("POST /mentors/candidature", ALL);
        open.put("GET /mentors/candidature/merci", ALL);
        open.put("GET /mentors/au-revoir", ALL);
        open.put("POST " + API, ALL);
        open.put("POST " + API + "/import", Set.of("referent", "coordinator", "ops"));
        open.put("GET " + API, TEAM);
        open.put("GET " + API + "/" + SOME, TEAM);
        for (String act : new String[] {"interview", "proof", "minor-authorisation", "account", "account/password"}) {
            open.put("POST " + API + "/" + SOME + "/" + act, TEAM);
        }
        open.put("GET " + API + "/" + SOME + "/possible-return", TEAM);
        open.put("POST " + API + "/" + SOME + "/possible-return", TEAM);
        open.put("POST /mentors/" + SOME + "/retour", TEAM);
        open.put("GET " + API + "/names", TEAM);
        open.put("GET /mentors", TEAM);
        open.put("GET /mentors/" + SOME, TEAM);
        open.put("GET /mentors/" + SOME + "/contact", Set.of("referent", "coordinator", "structure"));
        open.put("GET /mentors/" + SOME + "/effacement", TEAM);
        for (String act :
                new String[] {"entretien", "preuve", "autorisation", "compte", "mot-de-passe", "effacement"}) {
            open.put("POST /mentors/" + SOME + "/" + act, TEAM);
        }
        open.put("GET " + API + "/me", MENTOR);
        open.put("DELETE " + API + "/me", MENTOR);
        for (String act : new String[] {"charter", "training", "withdrawal"}) {
            open.put("POST " + API + "/me/" + act, MENTOR);
        }
        open.put("GET /mentors/mon-espace", MENTOR);
        for (String page : new String[] {"charte", "formation", "donnees", "depart", "effacement"}) {
            open.put("GET /mentors/mon-espace/" + page, MENTOR);
        }
        for (String act : new String[] {"charte", "formation", "depart", "effacement"}) {
            open.put("POST /mentors/mon-espace/" + act, MENTOR);
        }
        open.put("GET /api/mentors/v1/ops/read-models", OPS);
        open.put("GET /api/mentors/v1/ops/read-models/none", OPS);
        open.put("POST /api/mentors/v1/ops/read-models/none/rebuild", OPS);
        open.put("DELETE /api/mentors/v1/ops/read-models/none/rebuild", OPS);
        open.put("GET /api/mentors/v1/unknown", Set.of());
        open.put("DELETE " + API + "/" + SOME, TEAM);
        open.put("PUT /mentors/" + SOME, Set.of());
        open.put("GET /actuator/env", Set.of());

        open.forEach((address, roles) -> ALL.forEach(role -> {
            int status = call(address, role);
            if (roles.contains(role)) {
                assertThat(status).as("%s as %s", address, role).isNotIn(401, 403, 405, 500);
            } else {
                assertThat(status).as("%s as %s", address, role).isIn(401, 403);
            }
        }));
    }

    @Test
    void what_was_meant_for_another_service_is_refused() {
        Http http = new Http(port);
        assertThat(http.with("X-Meant-For", "mentor")
                        .get("/mentors/candidature")
                        .status())
                .isEqualTo(200);
        assertThat(http.with("X-Meant-For", "followup")
                        .get("/mentors/candidature")
                        .status())
                .isEqualTo(421);
    }

    private int call(String address, String role) {
        Http http = new Http(port);
        Http as = switch (role) {
            case "anyone" -> http;
            case "referent" -> http.as(Tokens.referent("94"));
            case "coordinator" -> http.as(Tokens.coordinator());
            case "structure" -> http.as(Tokens.structure("structure-0940176F"));
            default -> http.as(Tokens.role(role));
        };
        String method = address.substring(0, address.indexOf(' '));
        String path = address.substring(address.indexOf(' ') + 1);
        if (method.equals("GET")) {
            return as.get(path).status();
        }
        if (path.endsWith("/import")) {
            return as.postCsv(path, "a;b\n1;2\n").status();
        }
        boolean page = path.startsWith("/mentors");
        return as.send(
                        method,
                        path,
                        page ? "application/x-www-form-urlencoded" : "application/json",
                        page ? "a=b" : "{}")
                .status();
    }
}
