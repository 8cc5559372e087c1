package fr.mentoratdurgence.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;
import org.yaml.snakeyaml.Yaml;

/** With the defaults of docker-compose.yml, which everybody can read, an application serves its own machine only. */
class PublicDefaultsTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final Path PLATFORM = ROOT.resolve("platform/starter/src/main/resources");
    private static final Pattern DEFAULT = Pattern.compile("\\$\\{([A-Z0-9_]+):-([^}]*)}(.*)");
    private static final String ELSEWHERE = "https://mentorat.example.org";
    private static final List<String> OWED = List.of(
            "PUBLISHER_NAME",
            "PUBLISHER_DIRECTOR",
            "PUBLISHER_ADDRESS",
            "PUBLISHER_PHONE",
            "PUBLISHER_HOST",
            "CONTACT_ADDRESS");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gateway",
                "needs-service",
                "mentor-service",
                "matching-service",
                "followup-service",
                "reporting-service"
            })
    void each_secret_of_an_application_is_refused_by_name_when_it_is_reached_from_elsewhere(String application)
            throws IOException {
        Map<String, Object> variables = defaults(application);
        String[] secrets = variables.keySet().stream()
                .filter(name -> name.matches("(?!MAIL_).*(PASSWORD|SECRET|KEYS?)"))
                .toArray(String[]::new);
        assertThat(secrets).hasSizeGreaterThanOrEqualTo(3);

        assertThatCode(() -> start(application, variables)).doesNotThrowAnyException();
        variables.put("PUBLIC_ORIGIN", ELSEWHERE);
        variables.computeIfPresent("MAIL_HOST", (_, _) -> "smtp.example.org");
        assertThatThrownBy(() -> start(application, variables))
                .message()
                .contains(ELSEWHERE)
                .satisfies(said -> assertThat(named(said))
                        .filteredOn(name -> !OWED.contains(name))
                        .containsExactlyInAnyOrder(secrets));
    }

    @Test
    void what_a_public_site_owes_is_asked_of_the_service_that_says_it() throws IOException {
        Map<String, Object> variables = secretsOfItsOwn();
        OWED.forEach(name -> variables.put(name, " "));
        variables.put("PUBLIC_ORIGIN", ELSEWHERE);
        assertThatThrownBy(() -> start("needs-service", variables))
                .message()
                .contains("PUBLISHER_NAME is empty, which a public site may not leave unsaid", ELSEWHERE)
                .satisfies(said -> assertThat(named(said)).containsExactlyInAnyOrderElementsOf(OWED));

        variables.put("PUBLIC_ORIGIN", "http://localhost:8080");
        assertThatCode(() -> start("needs-service", variables)).doesNotThrowAnyException();
    }

    private static List<String> named(String said) {
        return said.lines()
                .map(line -> line.replaceFirst("refusing to start: ([A-Z_]+) is .*", "$1"))
                .toList();
    }

    private static Map<String, Object> secretsOfItsOwn() throws IOException {
        Map<String, Object> variables = defaults("needs-service");
        variables.put("DB_PASSWORD", "4rTz");
        variables.put("DB_OWNER_PASSWORD", "9pLq");
        variables.put("ACCOUNTS_CLIENT_SECRET", "b1Xw");
        variables.put("MAIL_HOST", "smtp.example.org");
        variables.put("PERSONAL_DATA_KEYS", "k2:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
        variables.put("EVENT_KEYS", "k2:Hx4dHBsaGRgXFhUUExIREA8ODQwLCgkIBwYFBAMCAQA=");
        variables.put("LINK_KEYS", "k2:Hh4dHBsaGRgXFhUUExIREA8ODQwLCgkIBwYFBAMCAQA=");
        return variables;
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUBLIC_ORIGIN", "OIDC_ISSUER"})
    void one_secret_that_was_forgotten_is_enough(String address) throws IOException {
        Map<String, Object> variables = secretsOfItsOwn();
        variables.put(address, ELSEWHERE + "/realms/mentorat");
        OWED.forEach(name -> variables.put(name, "said"));

        assertThatCode(() -> start("needs-service", variables)).doesNotThrowAnyException();
        variables.put(
                "PERSONAL_DATA_KEYS",
                variables.get("PERSONAL_DATA_KEYS") + ","
                        + defaults("needs-service").get("PERSONAL_DATA_KEYS"));
        assertThatThrownBy(() -> start("needs-service", variables))
                .hasMessageStartingWith("refusing to start: PERSONAL_DATA_KEYS is");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "127.0.0.1", "mail", "mailpit"})
    void letters_that_would_reach_nobody_are_refused_where_it_is_reached_from_elsewhere(String server)
            throws IOException {
        Map<String, Object> variables = secretsOfItsOwn();
        OWED.forEach(name -> variables.put(name, "said"));
        variables.put("MAIL_HOST", server);
        assertThatCode(() -> start("needs-service", variables)).doesNotThrowAnyException();

        variables.put("PUBLIC_ORIGIN", ELSEWHERE);
        assertThatThrownBy(() -> start("needs-service", variables))
                .hasMessageStartingWith("refusing to start: MAIL_HOST is no mail server that sends")
                .message()
                .hasLineCount(1);
    }

    @Test
    void what_is_not_set_at_all_is_as_public() {
        assertThatThrownBy(() -> start("gateway", new LinkedHashMap<>(Map.of("PUBLIC_ORIGIN", ELSEWHERE))))
                .message()
                .contains("DB_PASSWORD", "GATEWAY_CLIENT_SECRET", "SESSION_KEY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost.example.org", "http://10.0.0.7:8080", "http://127.0.0.1.example.org"})
    void a_name_that_only_looks_like_this_machine_is_elsewhere(String origin) {
        assertThatThrownBy(() -> start("gateway", new LinkedHashMap<>(Map.of("PUBLIC_ORIGIN", origin))))
                .hasMessageContaining(origin);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:9080", "http://127.0.0.1:8080", "http://[::1]:8080", ""})
    void this_machine_needs_no_secret(String origin) {
        assertThatCode(() -> start("gateway", new LinkedHashMap<>(Map.of("PUBLIC_ORIGIN", origin))))
                .doesNotThrowAnyException();
    }

    @Test
    void it_is_found_by_every_application() throws IOException {
        assertThat(Path.of("src/main/resources/META-INF/spring.factories"))
                .content()
                .contains(PublicDefaults.class.getName());
    }

    private static void start(String application, Map<String, Object> variables) throws IOException {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(source -> environment.getPropertySources().remove(source.getName()));
        environment.getPropertySources().addFirst(new MapPropertySource("variables", variables));
        List<Path> files =
                new ArrayList<>(List.of(ROOT.resolve(application).resolve("src/main/resources/application.yml")));
        if (!application.equals("gateway")) {
            files.add(PLATFORM.resolve("platform.yml"));
        }
        if (variables.containsKey("MAIL_HOST")) {
            files.add(PLATFORM.resolve("letters.yml"));
        }
        if (variables.containsKey("ACCOUNTS_CLIENT_SECRET")) {
            files.add(PLATFORM.resolve("accounts.yml"));
        }
        for (Path file : files) {
            for (PropertySource<?> written :
                    new YamlPropertySourceLoader().load(file.toString(), new FileSystemResource(file))) {
                environment.getPropertySources().addLast(written);
            }
        }
        new PublicDefaults().postProcessEnvironment(environment, new SpringApplication());
    }

    /** The variables of a service in docker-compose.yml, as they are when nobody sets any. */
    private static Map<String, Object> defaults(String application) throws IOException {
        Map<?, ?> compose = new Yaml().load(Files.readString(ROOT.resolve("docker-compose.yml")));
        var variables = new LinkedHashMap<String, Object>();
        in(in(in(compose, "services"), application), "environment").forEach((name, value) -> {
            Matcher unset = DEFAULT.matcher(String.valueOf(value));
            variables.put(
                    String.valueOf(name), unset.matches() ? unset.group(2) + unset.group(3) : String.valueOf(value));
        });
        return variables;
    }

    private static Map<?, ?> in(Map<?, ?> from, String name) {
        return (Map<?, ?>) Objects.requireNonNull(from.get(name), name);
    }
}
