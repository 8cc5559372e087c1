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

    /** Outside loopback this is the login of everybody; here it is that of one client, so that it is tried. */
    @Test
    void who_is_in_the_team_proves_it_twice_and_a_common_password_is_nobodys() {
        Caller administrator = Caller.administrator();
        String twice = administrator
                .get("/admin/realms/mentorat/authentication/flows")
                .json()
                .valueStream()
                .filter(flow -> flow.path("alias").asString().equals("mentorat-browser"))
                .map(flow -> flow.path("id").asString())
                .findFirst()
                .orElseThrow();
        List<String> made = List.of(
                made(administrator, "/admin/realms/mentorat/clients", client(twice)),
                made(administrator, USERS, holder("dufako222", "coordinators")),
                made(administrator, USERS, holder("dufako333", "mentors")));

        SignIn mentor = new SignIn("proof").send(password("dufako333"));
        assertThat(mentor.isBack()).as(mentor.page()).isTrue();
        SignIn first = new SignIn("proof").send(password("dufako222"));
        assertThat(first.isBack()).isFalse();
        String secret = first.secret();
        first.send(Map.of("totp", SignIn.code(secret, 0), "totpSecret", secret, "userLabel", "telephone"));
        assertThat(first.isBack()).as(first.page()).isTrue();
        SignIn later = new SignIn("proof").send(password("dufako222"));
        assertThat(later.isBack()).as("the password alone").isFalse();
        assertThat(later.page()).contains("name=\"otp\"").doesNotContain("totpSecret");
        assertThat(later.send(Map.of("otp", "000000")).isBack()).isFalse();
        assertThat(later.send(Map.of("otp", SignIn.code(secret, 1))).isBack())
                .as(later.page())
                .isTrue();

        String user = made.get(1);
        assertThat(put(
                        administrator,
                        user + "/reset-password",
                        PASSWORD.replace("bora-mifu-tapo-4720", "MotDePasse1234")))
                .as("a password that everybody tries first")
                .isEqualTo(400);
        made.forEach(one -> administrator.call("DELETE", one, "", BodyPublishers.noBody(), Map.of()));
    }

    private static String made(Caller administrator, String where, Map<String, Object> what) {
        Caller.Answer answer = administrator.post(where, what);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        String location = answer.response().headers().firstValue("Location").orElseThrow();
        return where + location.substring(location.lastIndexOf('/'));
    }

    private static Map<String, Object> client(String flow) {
        return Map.of(
                "clientId",
                "proof",
                "publicClient",
                true,
                "redirectUris",
                List.of(SignIn.BACK),
                "authenticationFlowBindingOverrides",
                Map.of("browser", flow));
    }

    private static Map<String, Object> holder(String username, String group) {
        return Map.of(
                "username",
                username,
                "firstName",
                "Awa",
                "lastName",
                "Benali",
                "email",
                username + "@exemple.fr",
                "enabled",
                true,
                "groups",
                List.of("/" + group),
                "credentials",
                List.of(Map.of("type", "password", "value", "bora-mifu-tapo-4720")));
    }

    private static Map<String, String> password(String username) {
        return Map.of("username", username, "password", "bora-mifu-tapo-4720");
    }

    @Test
    void somebody_of_the_team_is_moved_to_another_role_of_it_and_called_otherwise() {
        Caller followup = Caller.service("followup-service");
        String user = made(followup, USERS, holder("dufako444", "referents"));
        String referents = user + "/groups/" + group(followup, "referents");
        String coordinators = user + "/groups/" + group(followup, "coordinators");
        String roles = user + "/role-mappings/realm/composite";

        assertThat(put(followup, coordinators, "")).isEqualTo(204);
        assertThat(followup.call("DELETE", referents, "", BodyPublishers.noBody(), Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(
                        put(
                                followup,
                                user,
                                "{\"firstName\":\"Eva\",\"lastName\":\"Benali\",\"email\":\"eva@exemple.fr\","
                                        + "\"attributes\":{\"person\":[\"staff-00000000-0000-4000-8000-000000000001\"],\"territory\":[\"93\"]}}"))
                .isEqualTo(204);

        assertThat(Caller.administrator().get(roles).body())
                .contains("\"coordinator\"")
                .doesNotContain("\"referent\"");
        assertThat(followup.get(user).json().path("firstName").asString()).isEqualTo("Eva");
        assertThat(followup.get(user).json().at("/attributes/territory/0").asString())
                .isEqualTo("93");
        assertThat(followup.get("/admin/realms/mentorat/group-by-path/mentors").status())
                .as("another service's")
                .isEqualTo(403);
        assertThat(followup.call("DELETE", user, "", BodyPublishers.noBody(), Map.of())
                        .status())
                .isEqualTo(204);
    }

    private static String group(Caller service, String name) {
        return service.get("/admin/realms/mentorat/group-by-path/" + name)
                .json()
                .path("id")
                .asString();
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
