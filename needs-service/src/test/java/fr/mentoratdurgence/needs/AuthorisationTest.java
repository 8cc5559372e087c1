package fr.mentoratdurgence.needs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.ServiceTest;
import fr.mentoratdurgence.platform.test.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every endpoint × every role: the door opens (whatever stands behind it then says) or it stays shut. */
@ServiceTest
class AuthorisationTest {
    private static final String API = "/api/needs/v1";
    private static final Set<String> ALL = Set.of(
            "anonymous", "structure", "mentor", "referent", "coordinator", "analyst", "ops", "member-association");
    private static final Set<String> TEAM = Set.of("referent", "coordinator");
    private static final Set<String> PARTIES = Set.of("structure", "referent", "coordinator");
    private static final Set<String> OPS = Set.of("ops");

    private static final Map<String, Set<String>> RULES = new LinkedHashMap<>();

    static {
        for (String open : List.of(
                "GET /",
                "GET /ui/accessibilite.html",
                "GET /besoins/declarer",
                "POST /besoins/declarer",
                "GET /besoins/declarer/{id}/etablissement",
                "POST /besoins/declarer/{id}/etablissement",
                "GET /besoins/declarer/{id}/jeunes",
                "GET /besoins/declarer/{id}/jeunes/{number}",
                "POST /besoins/declarer/{id}/jeunes/{number}",
                "POST /besoins/declarer/{id}/jeunes/{number}/retrait",
                "GET /besoins/declarer/{id}/organisation",
                "POST /besoins/declarer/{id}/organisation",
                "GET /besoins/declarer/{id}/contact",
                "POST /besoins/declarer/{id}/contact",
                "GET /besoins/declarer/{id}/verification",
                "POST /besoins/declarer/{id}/verification",
                "GET /besoins/confirmation/{reference}",
                "GET " + API + "/structures/names",
                "GET " + API + "/structures/{uai}")) {
            RULES.put(open, ALL);
        }
        RULES.put("POST " + API + "/structures/import", Set.of("referent", "coordinator", "ops"));
        for (String team : List.of(
                "POST " + API + "/structures/{structure}/verification",
                "POST " + API + "/needs/import",
                "POST " + API + "/needs/{need}/assignment",
                "POST " + API + "/needs/{need}/contact-attempts",
                "POST " + API + "/needs/{need}/qualification",
                "POST /besoins/{need}/prise-en-charge",
                "POST /besoins/{need}/contacts",
                "POST /besoins/{need}/verification",
                "POST /besoins/{need}/qualification")) {
            RULES.put(team, TEAM);
        }
        for (String parties : List.of(
                "GET " + API + "/needs",
                "POST " + API + "/needs",
                "GET " + API + "/needs/{need}",
                "POST " + API + "/needs/{need}/withdrawal",
                "POST " + API + "/needs/{need}/lines/{line}/revision",
                "GET " + API + "/needs/{need}/contact",
                "DELETE " + API + "/needs/{need}/contact",
                "GET /besoins",
                "GET /besoins/{need}",
                "POST /besoins/{need}/contact/effacement",
                "POST /besoins/{need}/lignes/{line}",
                "GET /besoins/{need}/retrait",
                "POST /besoins/{need}/retrait")) {
            RULES.put(parties, PARTIES);
        }
        RULES.put("GET /besoins/{need}/contact", Set.of("structure", "referent", "coordinator", "mentor"));
        RULES.put("GET " + API + "/ops/dead-letters", OPS);
        RULES.put("POST " + API + "/ops/dead-letters/{id}/retry", OPS);
        RULES.put("DELETE " + API + "/ops/dead-letters/{id}", OPS);
        RULES.put("GET " + API + "/ops/read-models", OPS);
        RULES.put("GET " + API + "/ops/read-models/{name}", OPS);
        RULES.put("POST " + API + "/ops/read-models/{name}/rebuild", OPS);
        RULES.put("DELETE " + API + "/ops/read-models/{name}/rebuild", OPS);
    }

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void every_endpoint_is_in_the_matrix() {
        Set<String> found = new TreeSet<>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getMethodsCondition()
                        .getMethods()
                        .forEach(method ->
                                mapping.getPatternValues().forEach(path -> found.add(method.name() + " " + path))));
        found.removeIf(endpoint -> endpoint.endsWith(" /error"));
        assertThat(found).containsExactlyInAnyOrderElementsOf(RULES.keySet());
    }

    @Test
    void the_door_opens_for_the_listed_roles_only() {
        List<String> wrong = new ArrayList<>();
        RULES.forEach((endpoint, allowed) -> {
            for (String role : ALL) {
                int status = call(role, endpoint);
                boolean shut = status == 401 || status == 403;
                if (shut == allowed.contains(role)) {
                    wrong.add(role + " " + endpoint + " gave " + status);
                }
                if (shut) {
                    assertThat(status).as(role + " " + endpoint).isEqualTo(role.equals("anonymous") ? 401 : 403);
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void what_is_not_listed_is_refused() {
        for (String role : ALL) {
            assertThat(call(role, "GET /autre")).isIn(401, 403);
            assertThat(call(role, "DELETE " + API + "/needs/{need}")).isIn(401, 403);
        }
    }

    private int call(String role, String endpoint) {
        String[] parts = endpoint.split(" ", -1);
        String path = parts[1].replace("{number}", "1").replace("{line}", "1").replaceAll("\\{\\w+}", "inconnu-1");
        String type = path.endsWith("/import")
                ? "text/csv"
                : parts[1].startsWith("/api") ? "application/json" : "application/x-www-form-urlencoded";
        return as(role).send(parts[0], path, type, parts[0].equals("POST") ? "{}" : "")
                .status();
    }

    private Http as(String role) {
        Http anyone = new Http(port);
        return switch (role) {
            case "anonymous" -> anyone;
            case "structure" -> anyone.as(Tokens.structure("structure-0940176F"));
            case "mentor" -> anyone.as(Tokens.mentor("mentor-1"));
            case "referent" -> anyone.as(Tokens.referent("94"));
            case "coordinator" -> anyone.as(Tokens.coordinator());
            default -> anyone.as(Tokens.role(role));
        };
    }
}
