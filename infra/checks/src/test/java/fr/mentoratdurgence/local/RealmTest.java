package fr.mentoratdurgence.local;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.cli.LocalOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The realm as the launcher and as the container of Keycloak fit it to their installation. */
class RealmTest {
    private static final Path SOURCE =
            LocalOptions.enclosingCheckout().resolve("infra").resolve("keycloak");

    private static final Map<String, String> ACCOUNTS = Map.of(
            "NEEDS_ACCOUNTS_CLIENT_SECRET", "needs-service-local-secret",
            "MENTOR_ACCOUNTS_CLIENT_SECRET", "mentor-service-local-secret",
            "FOLLOWUP_ACCOUNTS_CLIENT_SECRET", "followup-service-local-secret");

    @TempDir
    private Path keycloak;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void an_image_whose_server_ends_at_once() throws Exception {
        Path realm = Files.createDirectories(keycloak.resolve("realm").resolve("demonstration"));
        Files.copy(SOURCE.resolve("mentorat-realm.json"), realm.resolveSibling("mentorat-realm.json"));
        try (var lists = Files.list(SOURCE.resolve("demonstration"))) {
            for (Path list : lists.toList()) {
                Files.copy(list, realm.resolve(list.getFileName()));
            }
        }
        Files.createDirectory(keycloak.resolve("bin"));
        script("kc.sh", "echo serves: \"$@\"");
        environment.putAll(ACCOUNTS);
        environment.putAll(Map.of(
                "KEYCLOAK_HOME", keycloak.toString(),
                "GATEWAY_INTERNAL", "http://gateway:8080",
                "PUBLIC_ORIGIN", "http://localhost:9080",
                "KC_HOSTNAME", "http://localhost:9180",
                "KC_HTTP_PORT", "1",
                "GATEWAY_CLIENT_SECRET", "gateway-local-secret",
                "KC_DB_PASSWORD", "keycloak",
                "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD", "admin"));
    }

    @Test
    void launcher_and_container_fit_the_same_realm_for_this_machine() throws Exception {
        Path target = keycloak.resolve("launcher").resolve("realm.json");
        Map<String, String> secrets = Stream.of("gateway", "needs-service", "mentor-service", "followup-service")
                .collect(Collectors.toMap(client -> client, client -> client + "-local-secret"));

        assertThat(Realm.write(SOURCE, target, "http://localhost:9080", secrets, 20025))
                .isFalse();
        environment.put("GATEWAY_INTERNAL", "http://localhost:9080");
        environment.putAll(Map.of("MAIL_HOST", "127.0.0.1", "MAIL_PORT", "20025"));
        assertThat(start()).contains("serves: start --optimized --import-realm");

        assertThat(imported().equals(JsonMapper.shared().readTree(target.toFile())))
                .as("the same realm, to the letter")
                .isTrue();
        assertThat(imported()
                        .path("clients")
                        .valueStream()
                        .map(client -> client.path("clientId").asString()))
                .contains("mentorat-cli");
        assertThat(imported()
                        .path("users")
                        .valueStream()
                        .map(user -> user.path("username").asString()))
                .contains("coordination", "service-account-mentor-service");
    }

    @Test
    void passwords_that_everybody_tries_first_are_refused_by_a_list_that_the_realm_names() throws Exception {
        String policy = JsonMapper.shared()
                .readTree(SOURCE.resolve("mentorat-realm.json").toFile())
                .path("passwordPolicy")
                .asString();
        String list = "mots-de-passe-courants.txt";
        assertThat(policy).contains("length(12)", "passwordBlacklist(" + list + ")");

        assertThat(Files.readAllLines(SOURCE.resolve("password-blacklists").resolve(list)))
                .contains("motdepasse123", "azertyuiop12", "123456789012", "mentoratdurgence")
                .doesNotHaveDuplicates()
                .allMatch(word -> word.length() >= 12, "others are too short anyway")
                .allMatch(word -> word.equals(word.toLowerCase(Locale.ROOT)), "Keycloak compares in small letters");
        assertThat(Files.readString(SOURCE.resolve("Dockerfile"))).contains("/opt/keycloak/data/password-blacklists");
    }

    @Test
    void only_its_owner_reads_the_file_with_the_secrets_and_a_change_is_told() throws Exception {
        Path target = keycloak.resolve("launcher").resolve("realm.json");

        Realm.write(SOURCE, target, "http://localhost:8180", Map.of("gateway", "drawn"), 19025);

        assertThat(Files.readString(target))
                .contains("\"drawn\"", "http://localhost:8180/")
                .doesNotContain("gateway-local-secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                .isEqualTo("rw-------");
        assertThat(Realm.write(SOURCE, target, "http://localhost:8280", Map.of("gateway", "drawn"), 19025))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://mentorat.example.org", "http://localhost.example.org", "http://192.168.1.4:8080"})
    void an_address_that_is_not_this_machine_gets_one_sentence_for_each_public_default(String origin) throws Exception {
        environment.put("PUBLIC_ORIGIN", origin);

        assertThat(start().lines().filter(line -> line.startsWith("refusing to start: ")))
                .hasSize(7)
                .anyMatch(line -> line.contains("MAIL_HOST"))
                .anyMatch(line -> line.contains("GATEWAY_CLIENT_SECRET"))
                .anyMatch(line -> line.contains("NEEDS_ACCOUNTS_CLIENT_SECRET"))
                .anyMatch(line -> line.contains("MENTOR_ACCOUNTS_CLIENT_SECRET"))
                .anyMatch(line -> line.contains("FOLLOWUP_ACCOUNTS_CLIENT_SECRET"))
                .anyMatch(line -> line.contains("KC_DB_PASSWORD"))
                .anyMatch(line -> line.contains("KC_BOOTSTRAP_ADMIN_PASSWORD"));
        assertThat(keycloak.resolve("data")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUBLIC_ORIGIN", "KC_HOSTNAME"})
    void an_address_that_is_not_this_machine_gets_no_account_of_the_demonstration(String address) throws Exception {
        environment.put(address, "https://mentorat.example.org");
        environment.put("MAIL_HOST", "smtp.example.org");
        ACCOUNTS.keySet().forEach(secret -> environment.put(secret, "of-ones-own"));
        for (String secret : new String[] {"GATEWAY_CLIENT_SECRET", "KC_DB_PASSWORD", "KC_BOOTSTRAP_ADMIN_PASSWORD"}) {
            environment.put(secret, "of-ones-own");
        }

        assertThat(start()).contains("serves: ").doesNotContain("refusing");

        assertThat(imported()
                        .path("clients")
                        .valueStream()
                        .map(client -> client.path("clientId").asString()))
                .containsExactly(
                        "gateway",
                        "mentorat-terminal",
                        "needs-service",
                        "mentor-service",
                        "followup-service",
                        "admin-permissions");
        assertThat(imported()
                        .path("users")
                        .valueStream()
                        .map(user -> user.path("username").asString()))
                .containsExactly(
                        "service-account-needs-service",
                        "service-account-mentor-service",
                        "service-account-followup-service");
        assertThat(imported().toString()).doesNotContain("mentorat-cli", "local-secret", "secretData");
    }

    /** The realm of Keycloak itself comes from no file: it is protected once the server answers. */
    @Test
    void guessing_the_password_of_the_administrator_is_slowed_down_too() throws Exception {
        Path asked = keycloak.resolve("asked");
        script("kcadm.sh", "echo \"$@\" >>'" + asked + "'");
        script("kc.sh", "for _ in $(seq 300); do [ \"$(wc -l <'" + asked + "')\" = 2 ] && exit; sleep 0.1; done");
        try (var answers = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            environment.put("KC_HTTP_PORT", Integer.toString(answers.getLocalPort()));
            assertThat(start()).doesNotContain("could not be protected");
        }

        assertThat(Files.readAllLines(asked))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("update realms/master ")
                .contains("-s bruteForceProtected=true", "-s failureFactor=10", "-s maxFailureWaitSeconds=900");
    }

    private void script(String name, String commands) throws IOException {
        Path file = Files.writeString(keycloak.resolve("bin").resolve(name), "#!/bin/sh\n" + commands + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private JsonNode imported() throws IOException {
        return JsonMapper.shared()
                .readTree(keycloak.resolve("data/import/mentorat-realm.json").toFile());
    }

    private String start() throws Exception {
        var builder = new ProcessBuilder("bash", SOURCE.resolve("start.sh").toString()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process run = builder.start();
        String said = new String(run.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(run.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return said;
    }
}
