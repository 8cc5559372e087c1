package fr.mentoratdurgence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The policies of the realm that no one should loosen without noticing. */
class RealmFileTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JsonNode realm = read();

    @Test
    void the_gateway_logs_people_in_by_code_with_a_proof_key_to_exact_addresses() {
        JsonNode gateway = client("gateway");

        assertThat(texts(gateway.get("redirectUris")))
                .containsExactly("http://localhost:8080/login/oauth2/code/keycloak");
        assertThat(gateway.at("/attributes/pkce.code.challenge.method").asString())
                .isEqualTo("S256");
        assertThat(gateway.at("/attributes/post.logout.redirect.uris").asString())
                .isEqualTo("http://localhost:8080/");
        assertThat(gateway.at("/attributes/backchannel.logout.url").asString())
                .isEqualTo("http://localhost:8080/logout/connect/back-channel/keycloak");
        assertThat(gateway.at("/attributes/backchannel.logout.session.required").asString())
                .isEqualTo("true");
        assertThat(gateway.get("publicClient").asBoolean()).isFalse();
        assertThat(gateway.get("webOrigins")).isEmpty();
    }

    @Test
    void no_address_is_a_pattern() {
        assertThat(clients().flatMap(client -> texts(client.get("redirectUris")).stream()))
                .noneMatch(uri -> uri.contains("*"));
    }

    @Test
    void only_the_local_command_line_may_take_a_password() {
        assertThat(clients()
                        .filter(client ->
                                client.get("directAccessGrantsEnabled").asBoolean())
                        .map(client -> client.get("clientId").asString()))
                .containsExactly("mentorat-cli");
        assertThat(clients())
                .noneMatch(client -> client.get("implicitFlowEnabled").asBoolean());
    }

    @Test
    void only_the_mentor_service_may_create_accounts() {
        assertThat(clients()
                        .filter(client -> client.get("serviceAccountsEnabled").asBoolean())
                        .map(client -> client.get("clientId").asString()))
                .containsExactly("mentor-service");
        assertThat(texts(user("service-account-mentor-service").at("/clientRoles/realm-management")))
                .containsExactlyInAnyOrder("manage-users", "view-users", "query-users", "view-realm");
    }

    @Test
    void guessing_passwords_is_slowed_down_and_nobody_registers_alone() {
        assertThat(realm.get("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.get("registrationAllowed").asBoolean()).isFalse();
        assertThat(realm.get("revokeRefreshToken").asBoolean())
                .as("parallel requests of one session would end it")
                .isFalse();
        assertThat(realm.get("accessTokenLifespan").asInt()).isEqualTo(300);
    }

    @Test
    void a_chosen_password_is_long_and_not_the_login_and_needs_no_odd_characters() {
        assertThat(realm.path("passwordPolicy").asString().split(" and "))
                .contains(
                        "length(12)", "notUsername(undefined)", "notContainsUsername(undefined)", "notEmail(undefined)")
                .noneMatch(rule -> rule.matches("(digits|upperCase|lowerCase|specialChars|forceExpired).*"));
    }

    @Test
    void the_demonstration_passwords_are_kept_as_hashes_since_the_policy_would_refuse_them() {
        assertThat(realm.get("users")
                        .valueStream()
                        .flatMap(user -> user.path("credentials").valueStream()))
                .hasSize(8)
                .allMatch(credential -> credential.has("secretData") && !credential.has("value"));
    }

    @Test
    void the_login_page_speaks_french() {
        assertThat(realm.get("internationalizationEnabled").asBoolean()).isTrue();
        assertThat(realm.get("defaultLocale").asString()).isEqualTo("fr");
        assertThat(texts(realm.get("supportedLocales"))).containsExactly("fr");
    }

    @Test
    void all_roles_exist() {
        assertThat(realm.at("/roles/realm")
                        .valueStream()
                        .map(role -> role.get("name").asString()))
                .containsExactlyInAnyOrder(
                        "structure", "mentor", "referent", "coordinator", "analyst", "ops", "member-association");
    }

    @Test
    void the_attributes_that_decide_access_reach_the_token_and_only_administrators_edit_them() {
        JsonNode profile = JSON.readTree(
                realm.at("/components/org.keycloak.userprofile.UserProfileProvider/0/config/kc.user.profile.config/0")
                        .asString());

        for (String name : List.of("territory", "structure", "mentor")) {
            JsonNode attribute = named(profile.get("attributes"), name);
            assertThat(texts(attribute.at("/permissions/edit"))).containsExactly("admin");
            for (String client : List.of("gateway", "mentorat-cli")) {
                JsonNode mapper = named(client(client).get("protocolMappers"), name);
                assertThat(mapper.at("/config/claim.name").asString()).isEqualTo(name);
                assertThat(mapper.at("/config/access.token.claim").asString()).isEqualTo("true");
                assertThat(mapper.at("/config/multivalued").asBoolean()).isEqualTo(name.equals("territory"));
            }
        }
        for (String client : List.of("gateway", "mentorat-cli")) {
            assertThat(named(client(client).get("protocolMappers"), "audience-mentorat-api")
                            .at("/config/included.custom.audience")
                            .asString())
                    .isEqualTo("mentorat-api");
        }
    }

    @Test
    void the_demonstration_has_one_person_of_each_kind() {
        assertThat(texts(user("referente").at("/attributes/territory"))).containsExactly("94", "75", "93");
        assertThat(texts(user("referent2").at("/attributes/territory"))).containsExactly("94");
        assertThat(texts(user("coordination").at("/attributes/territory"))).containsExactly("*");
        assertThat(texts(user("ecole").at("/attributes/structure"))).containsExactly("structure-0940176F");
        assertThat(texts(user("ecole2").at("/attributes/structure"))).containsExactly("structure-0940198E");
        assertThat(user("mentor1").has("attributes")).isFalse();
        assertThat(texts(user("analyste").get("realmRoles"))).containsExactly("default-roles-mentorat", "analyst");
        assertThat(texts(user("ops").get("realmRoles"))).containsExactly("default-roles-mentorat", "ops");
    }

    private Stream<JsonNode> clients() {
        return realm.get("clients").valueStream();
    }

    private JsonNode client(String id) {
        return one(realm.get("clients"), "clientId", id);
    }

    private JsonNode user(String username) {
        return one(realm.get("users"), "username", username);
    }

    private static JsonNode named(JsonNode nodes, String name) {
        return one(nodes, "name", name);
    }

    private static JsonNode one(JsonNode nodes, String key, String value) {
        return nodes.valueStream()
                .filter(node -> node.get(key).asString().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode nodes) {
        return nodes.valueStream().map(JsonNode::asString).toList();
    }

    private static JsonNode read() {
        try {
            return JSON.readTree(Files.readString(Path.of("../infra/keycloak/mentorat-realm.json")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
