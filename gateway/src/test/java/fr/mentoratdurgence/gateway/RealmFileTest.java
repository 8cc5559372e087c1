package fr.mentoratdurgence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The policies of the realm that no one should loosen without noticing, and what the demonstration adds to it. */
@Tag("reliability")
class RealmFileTest {
    private static final String TERMINAL = "mentorat-terminal";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path FOLDER = Path.of("../infra/keycloak");

    private static final List<String> ROLES = List.of(
            "structure", "mentor", "referent", "screener", "coordinator", "analyst", "ops", "member-association");

    private static final List<String> SCOPES = List.of("view", "view-members", "manage-members", "manage-membership");

    private final JsonNode realm = read("mentorat-realm.json");
    private final JsonNode demonstrationClients = read("demonstration/clients.json");
    private final JsonNode demonstrationUsers = read("demonstration/users.json");

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
    void the_template_of_a_partner_is_a_program_of_its_own_that_no_person_logs_in_by() {
        JsonNode partner = read("partner-client.json");

        assertThat(partner.get("serviceAccountsEnabled").asBoolean()).isTrue();
        for (String way : List.of(
                "publicClient",
                "standardFlowEnabled",
                "implicitFlowEnabled",
                "directAccessGrantsEnabled",
                "fullScopeAllowed")) {
            assertThat(partner.get(way).asBoolean()).as(way).isFalse();
        }
        assertThat(partner.has("secret")).isFalse();
        assertThat(texts(partner.get("redirectUris"))).isEmpty();
        assertThat(texts(partner.get("defaultClientScopes"))).doesNotContain("roles", "profile");
    }

    @Test
    void no_address_is_a_pattern() {
        assertThat(clients().flatMap(client -> texts(client.get("redirectUris")).stream()))
                .noneMatch(uri -> uri.contains("*"));
    }

    @Test
    void nobody_gets_a_token_for_a_password_alone() {
        assertThat(clients())
                .noneMatch(client -> client.path("directAccessGrantsEnabled").asBoolean(true));
        assertThat(clients())
                .noneMatch(client -> client.path("implicitFlowEnabled").asBoolean(true));
        assertThat(clients()
                        .filter(client -> client.path("publicClient").asBoolean(true))
                        .map(client -> client.get("clientId").asString()))
                .containsExactly(TERMINAL);
    }

    @Test
    void who_works_at_a_terminal_signs_in_by_browser_and_gets_there_what_operation_and_analysis_need() {
        JsonNode terminal = client(TERMINAL);

        assertThat(terminal.at("/attributes/oauth2.device.authorization.grant.enabled")
                        .asString())
                .isEqualTo("true");
        assertThat(terminal.get("standardFlowEnabled").asBoolean()).isFalse();
        assertThat(terminal.get("serviceAccountsEnabled").asBoolean()).isFalse();
        assertThat(terminal.get("fullScopeAllowed").asBoolean()).isFalse();
        assertThat(terminal.get("redirectUris")).isEmpty();
        // no offline_access: a login at a terminal ends as all others do
        assertThat(terminal.get("optionalClientScopes")).isEmpty();
        assertThat(texts(one(realm.get("scopeMappings"), "client", TERMINAL).get("roles")))
                .as("whoever is talked into granting somebody else access gives away no more than this")
                .containsExactly("analyst", "ops");
        assertThat(clients()
                        .filter(client -> client.at("/attributes/oauth2.device.authorization.grant.enabled")
                                .asString("")
                                .equals("true")))
                .hasSize(1);
    }

    @Test
    void only_the_demonstration_has_people_and_a_command_line_that_takes_their_password() {
        assertThat(realm.get("users")
                        .valueStream()
                        .map(user -> user.get("username").asString()))
                .containsExactly(
                        "service-account-needs-service",
                        "service-account-mentor-service",
                        "service-account-followup-service");
        assertThat(demonstrationClients
                        .valueStream()
                        .map(client -> client.get("clientId").asString()))
                .containsExactly("mentorat-cli");
        assertThat(demonstrationClients.get(0).get("standardFlowEnabled").asBoolean())
                .isFalse();
        assertThat(read("demonstration/scopeMappings.json")
                        .valueStream()
                        .map(one -> one.get("client").asString()))
                .containsExactly("mentorat-cli");
        // what a whole installation is: nothing else may be added beside it
        try (Stream<Path> lists = Files.list(FOLDER.resolve("demonstration"))) {
            assertThat(lists.map(list -> list.getFileName().toString()))
                    .containsExactlyInAnyOrder("clients.json", "scopeMappings.json", "users.json");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_service_manages_the_people_of_its_own_groups_and_nobody_else() {
        Map<String, List<String>> groups = Map.of(
                "needs-service", List.of("structures"),
                "mentor-service", List.of("mentors"),
                "followup-service",
                        List.of("referents", "coordinators", "analysts", "operations", "associations", "screeners"));
        Map<String, String> names = realm.get("groups")
                .valueStream()
                .collect(Collectors.toMap(
                        group -> group.get("id").asString(),
                        group -> group.get("name").asString()));
        JsonNode policies = client("admin-permissions").at("/authorizationSettings/policies");

        assertThat(realm.get("adminPermissionsEnabled").asBoolean()).isTrue();
        assertThat(policies).hasSize(2 * groups.size());
        groups.forEach((service, its) -> {
            assertThat(texts(one(realm.get("users"), "username", "service-account-" + service)
                            .at("/clientRoles/realm-management")))
                    .as("manage-users would reach everybody")
                    .containsExactly("query-users");
            JsonNode permission =
                    named(policies, service + "-manages-its-people").get("config");
            assertThat(texts(JSON.readTree(permission.get("resources").asString())).stream()
                            .map(names::get))
                    .containsExactlyElementsOf(its);
            assertThat(texts(JSON.readTree(permission.get("scopes").asString())))
                    .as("only the team has people who change their group")
                    .containsExactlyElementsOf(its.size() == 1 ? SCOPES : with(SCOPES, "manage-membership-of-members"));
            assertThat(JSON.readTree(permission.get("applyPolicies").asString()))
                    .hasSize(1)
                    .first()
                    .isEqualTo(named(policies, "account-" + service).get("name"));
            assertThat(named(policies, "account-" + service).at("/config/users").asString())
                    .isEqualTo("[\"service-account-" + service + "\"]");
        });
    }

    @Test
    void a_role_comes_from_the_group() {
        assertThat(realm.get("groups")
                        .valueStream()
                        .map(group -> texts(group.get("realmRoles")).getFirst()))
                .containsExactlyInAnyOrderElementsOf(ROLES);
        assertThat(demonstrationUsers)
                .allMatch(user -> texts(user.get("realmRoles")).equals(List.of("default-roles-mentorat"))
                        && user.get("groups").size() == 1);
    }

    @Test
    void guessing_passwords_is_slowed_down_and_nobody_registers_alone() {
        assertThat(realm.get("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.get("failureFactor").asInt()).isLessThanOrEqualTo(10);
        assertThat(realm.get("sslRequired").asString()).isEqualTo("external");
        assertThat(realm.get("registrationAllowed").asBoolean()).isFalse();
        assertThat(realm.get("revokeRefreshToken").asBoolean())
                .as("parallel requests of one session would end it")
                .isFalse();
    }

    @Test
    void a_token_outside_the_gateway_lives_less_than_a_minute_so_that_a_closed_account_is_out_within_one() {
        int believedAfterItsEnd = 15;
        assertThat(realm.get("accessTokenLifespan").asInt() + believedAfterItsEnd)
                .isLessThanOrEqualTo(60);
        assertThat(clients()
                        .filter(client ->
                                client.at("/attributes/access.token.lifespan").isString()))
                .as("its tokens leave it for services alone, and its session ends with the account")
                .containsExactly(client("gateway"));
        assertThat(read("partner-client.json")
                        .at("/attributes/access.token.lifespan")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void a_chosen_password_is_long_and_not_the_login_and_needs_no_odd_characters() {
        assertThat(realm.path("passwordPolicy").asString().split(" and "))
                .contains(
                        "length(12)",
                        "notUsername(undefined)",
                        "notContainsUsername(undefined)",
                        "notEmail(undefined)",
                        "passwordBlacklist(mots-de-passe-courants.txt)")
                .noneMatch(rule -> rule.matches("(digits|upperCase|lowerCase|specialChars|forceExpired).*"));
    }

    @Test
    void the_demonstration_passwords_are_kept_as_hashes_since_the_policy_would_refuse_them() {
        assertThat(demonstrationUsers
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
                .containsExactlyInAnyOrderElementsOf(ROLES);
    }

    @Test
    void nobody_changes_what_others_see_as_a_name_in_the_account_pages() {
        JsonNode profile = JSON.readTree(
                realm.at("/components/org.keycloak.userprofile.UserProfileProvider/0/config/kc.user.profile.config/0")
                        .asString());

        for (String name : List.of("username", "firstName", "lastName")) {
            assertThat(texts(named(profile.get("attributes"), name).at("/permissions/edit")))
                    .containsExactly("admin");
        }
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
        for (String client : List.of("gateway", "mentorat-cli", TERMINAL)) {
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
        assertThat(texts(user("analyste").get("groups"))).containsExactly("/analysts");
        assertThat(texts(user("ops").get("groups"))).containsExactly("/operations");
    }

    @Test
    void what_is_typed_as_a_login_is_stored_and_logged_nowhere() {
        assertThat(realm.get("eventsEnabled").asBoolean()).isFalse();
        assertThat(realm.get("eventsListeners")).isEmpty();
        // acts of administrators hold ids, and no content
        assertThat(realm.get("adminEventsEnabled").asBoolean()).isTrue();
        assertThat(realm.get("adminEventsDetailsEnabled").asBoolean()).isFalse();
    }

    @Test
    void a_login_outlives_the_session_of_the_gateway_by_one_refresh_only() {
        // 30 minutes without use end the session here; Keycloak last heard of it up to one token's life earlier
        assertThat(realm.get("ssoSessionIdleTimeout").asInt())
                .isBetween(
                        30 * 60
                                + client("gateway")
                                        .at("/attributes/access.token.lifespan")
                                        .asInt(),
                        40 * 60);
    }

    private Stream<JsonNode> clients() {
        return realm.get("clients").valueStream();
    }

    private JsonNode client(String id) {
        return one(id.equals("mentorat-cli") ? demonstrationClients : realm.get("clients"), "clientId", id);
    }

    private JsonNode user(String username) {
        return one(demonstrationUsers, "username", username);
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

    private static JsonNode read(String file) {
        try {
            return JSON.readTree(Files.readString(FOLDER.resolve(file)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> with(List<String> some, String more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }
}
