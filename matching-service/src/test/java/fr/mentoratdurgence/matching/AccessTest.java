package fr.mentoratdurgence.matching;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.ServiceTest;
import fr.mentoratdurgence.platform.test.Tokens;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every endpoint and every role: who gets past the door. What is behind it is the story's matter. */
@ServiceTest
class AccessTest {
    private static final String API = "/api/matching/v1";
    private static final Set<String> TEAM = Set.of("referent", "coordinator");
    private static final Set<String> COORDINATOR = Set.of("coordinator");
    private static final Set<String> EVERYBODY = Set.of("referent", "coordinator", "mentor", "structure");
    private static final Set<String> READERS = Set.of("referent", "coordinator", "analyst");
    private static final Set<String> STUDENTS = Set.of("coordinator", "analyst");
    private static final Set<String> TRIED_BY = Set.of("mentor", "structure");
    private static final Set<String> MENTOR = Set.of("mentor");
    private static final Set<String> BOTH = Set.of("referent", "coordinator", "mentor");

    private record Endpoint(String method, String path, Set<String> roles) {}

    private static final List<Endpoint> ENDPOINTS = List.of(
            new Endpoint("POST", API + "/runs", TEAM),
            new Endpoint("POST", API + "/runs/dry", TEAM),
            new Endpoint("GET", API + "/runs", TEAM),
            new Endpoint("GET", API + "/runs/run-none", TEAM),
            new Endpoint("GET", API + "/runs/run-none/replay", TEAM),
            new Endpoint("GET", API + "/hints", TEAM),
            new Endpoint("GET", API + "/policies", READERS),
            new Endpoint("GET", API + "/policies/1", READERS),
            new Endpoint("POST", API + "/policies", COORDINATOR),
            new Endpoint("POST", API + "/policies/99/activation", COORDINATOR),
            new Endpoint("POST", API + "/exclusions", TEAM),
            new Endpoint("POST", API + "/prematchings", TEAM),
            new Endpoint("GET", API + "/prematchings", TEAM),
            new Endpoint("GET", API + "/prematchings/prematching-none", TEAM),
            new Endpoint("POST", API + "/prematchings/prematching-none/withdrawal", TEAM),
            new Endpoint("GET", API + "/held-mentors", COORDINATOR),
            new Endpoint("POST", API + "/held-mentors/mentor-none/release", COORDINATOR),
            new Endpoint("GET", "/appariement/retenus", COORDINATOR),
            new Endpoint("POST", "/appariement/retenus/mentor-none/levee", COORDINATOR),
            new Endpoint("GET", API + "/referents", TEAM),
            new Endpoint("POST", API + "/proposals/proposal-none/trial", EVERYBODY),
            new Endpoint("GET", API + "/proposals", TEAM),
            new Endpoint("GET", API + "/proposals/mine", Set.of("mentor", "structure")),
            new Endpoint("GET", API + "/proposals/proposal-none", EVERYBODY),
            new Endpoint("POST", API + "/proposals/proposal-none/acceptance", MENTOR),
            new Endpoint("POST", API + "/proposals/proposal-none/decline", BOTH),
            new Endpoint("POST", API + "/proposals/proposal-none/validation", TEAM),
            new Endpoint("POST", API + "/matches", TEAM),
            new Endpoint("GET", API + "/lines", TEAM),
            new Endpoint("GET", API + "/ops/dead-letters", Set.of("ops")),
            new Endpoint("DELETE", API + "/ops/dead-letters/999", Set.of("ops")),
            new Endpoint("GET", API + "/ops/read-models", Set.of("ops")),
            new Endpoint("GET", API + "/ops/read-models/none", Set.of("ops")),
            new Endpoint("POST", API + "/ops/read-models/none/rebuild", Set.of("ops")),
            new Endpoint("DELETE", API + "/ops/read-models/none/rebuild", Set.of("ops")),
            new Endpoint("GET", API + "/anything-else", Set.of()),
            new Endpoint("GET", "/appariement", TEAM),
            new Endpoint("POST", "/appariement/calcul", TEAM),
            new Endpoint("GET", "/appariement/propositions/proposal-none", EVERYBODY),
            new Endpoint("GET", "/appariement/mes-propositions", TRIED_BY),
            new Endpoint("POST", "/appariement/propositions/proposal-none/acceptation", MENTOR),
            new Endpoint("POST", "/appariement/propositions/proposal-none/refus", BOTH),
            new Endpoint("POST", "/appariement/propositions/proposal-none/validation", TEAM),
            new Endpoint("GET", "/appariement/lignes/need-none/1", TEAM),
            new Endpoint("POST", "/appariement/lignes/need-none/1", TEAM),
            new Endpoint("POST", "/appariement/lignes/need-none/1/prematching", TEAM),
            new Endpoint("POST", "/appariement/lignes/need-none/1/exclusions", TEAM),
            new Endpoint("POST", "/appariement/propositions/proposal-none/essai", EVERYBODY),
            new Endpoint("POST", "/appariement/prematchings/prematching-none/retrait", TEAM),
            new Endpoint("GET", "/appariement/direct", TEAM),
            new Endpoint("GET", "/appariement/places", TEAM),
            new Endpoint("GET", "/appariement/propositions", TEAM),
            new Endpoint("GET", "/appariement/prematchings", TEAM),
            new Endpoint("GET", "/appariement/prematchings/prematching-none", TEAM),
            new Endpoint("GET", "/appariement/exclusions", TEAM),
            new Endpoint("GET", "/appariement/calculs", TEAM),
            new Endpoint("GET", "/appariement/calculs/a-blanc", TEAM),
            new Endpoint("GET", "/appariement/calculs/run-none", TEAM),
            new Endpoint("GET", "/appariement/calculs/run-none/rejeu", TEAM),
            new Endpoint("GET", "/appariement/recrutement", TEAM),
            new Endpoint("GET", "/appariement/referents", TEAM),
            new Endpoint("GET", "/appariement/regles", READERS),
            new Endpoint("GET", "/appariement/regles/1", READERS),
            new Endpoint("GET", "/appariement/regles/comparer?de=1&a=1", READERS),
            new Endpoint("GET", "/appariement/regles/nouvelle", COORDINATOR),
            new Endpoint("GET", "/appariement/regles/1/activation", COORDINATOR),
            new Endpoint("POST", "/appariement/regles", COORDINATOR),
            new Endpoint("POST", "/appariement/regles/99/activation", COORDINATOR),
            new Endpoint("GET", "/appariement/et-si", STUDENTS),
            new Endpoint("POST", API + "/whatif", STUDENTS),
            new Endpoint("GET", "/appariement/autre", Set.of()),
            new Endpoint("GET", "/actuator/env", Set.of()));

    private static final Map<String, String> ROLES = Map.of(
            "referent", Tokens.referent("94"),
            "coordinator", Tokens.coordinator(),
            "mentor", Tokens.mentor("mentor-1"),
            "structure", Tokens.structure("structure-0940176F"),
            "analyst", Tokens.role("analyst"),
            "ops", Tokens.role("ops"),
            "member-association", Tokens.role("member-association"));

    @LocalServerPort
    int port;

    @Test
    void each_role_gets_past_its_own_doors_and_no_others() {
        for (Endpoint endpoint : ENDPOINTS) {
            ROLES.forEach((role, token) -> {
                int status = call(new Http(port).as(token), endpoint);
                if (endpoint.roles().contains(role)) {
                    assertThat(status).as("%s %s", role, endpoint).isNotIn(401, 403, 500);
                } else {
                    assertThat(status).as("%s %s", role, endpoint).isEqualTo(403);
                }
            });
            assertThat(call(new Http(port), endpoint)).as("nobody %s", endpoint).isEqualTo(401);
        }
    }

    private static int call(Http http, Endpoint endpoint) {
        if (endpoint.method().equals("GET")) {
            return http.get(endpoint.path()).status();
        }
        if (endpoint.method().equals("DELETE")) {
            return http.delete(endpoint.path()).status();
        }
        return endpoint.path().startsWith("/api/")
                ? http.post(endpoint.path(), "{}").status()
                : http.postForm(endpoint.path(), Map.of("retour", "/appariement"))
                        .status();
    }
}
