package fr.mentoratdurgence.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Who may manage whose account, asked of the real Keycloak. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AccountsScenarioTest {
    private static final String USERS = "/admin/realms/mentorat/users";
    private static final String PASSWORD = "{\"type\":\"password\",\"value\":\"bora-mifu-tapo-4720\"}";

    @Test
    void the_client_of_a_service_touches_its_own_people_and_nobody_else() {
        String staff = USERS + "/" + id("referente");
        for (String client : List.of("mentor-service", "needs-service")) {
            Caller service = Caller.service(client);
            assertThat(List.of(
                            service.get(staff).status(),
                            service.post(staff + "/logout", Map.of()).status(),
                            put(service, staff, "{\"enabled\":false}"),
                            put(service, staff + "/reset-password", PASSWORD),
                            service.post(USERS, person("coordinators")).status(),
                            service.post(USERS, person("")).status()))
                    .as(client)
                    .containsOnly(403);
            assertThat(service.get(USERS + "?search=referente").json()).isEmpty();
        }
        Caller followup = Caller.service("followup-service");
        assertThat(followup.get(staff).status()).isEqualTo(200);
        assertThat(followup.post(USERS, person("mentors")).status()).isEqualTo(403);
    }

    @Test
    void a_group_gives_its_role_and_a_client_gives_none() {
        Caller service = Caller.service("mentor-service");
        Map<String, Object> person = person("mentors");

        Caller.Answer made = service.post(USERS, person);

        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String user = USERS + "/" + id("tirelo111");
        assertThat(Caller.administrator()
                        .get(user + "/role-mappings/realm/composite")
                        .body())
                .contains("\"mentor\"")
                .doesNotContain("\"coordinator\"");
        assertThat(service.call("DELETE", user, "", BodyPublishers.noBody(), Map.of())
                        .status())
                .isEqualTo(204);
    }

    private static Map<String, Object> person(String group) {
        return Map.of(
                "username",
                "tirelo111",
                "enabled",
                true,
                "realmRoles",
                List.of("coordinator"),
                "groups",
                group.isEmpty() ? List.of() : List.of("/" + group));
    }

    private static int put(Caller service, String path, String body) {
        return service.call("PUT", path, "application/json", BodyPublishers.ofString(body), Map.of())
                .status();
    }

    private static String id(String username) {
        return JsonMapper.shared()
                .readTree(Caller.administrator()
                        .get(USERS + "?exact=true&username=" + username)
                        .body())
                .path(0)
                .path("id")
                .asString();
    }
}
