package fr.mentoratdurgence.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.mentoratdurgence.cli.LocalAddresses;
import fr.mentoratdurgence.cli.LocalFailure;
import fr.mentoratdurgence.cli.LocalOptions;
import fr.mentoratdurgence.cli.Part;
import fr.mentoratdurgence.cli.PartInstance;
import fr.mentoratdurgence.cli.Secrets;
import fr.mentoratdurgence.local.parts.PostgresPart.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private static final Path HOME = LocalOptions.enclosingCheckout();
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z_]+)");

    @TempDir
    Path folder;

    /** What the applications read of their environment. */
    static SortedSet<String> known() throws Exception {
        var known = new TreeSet<String>();
        Stream<Path> files = Stream.concat(
                Part.APPLICATIONS.stream()
                        .map(part -> HOME.resolve(part.module()).resolve("src/main/resources/application.yml")),
                Stream.of("platform.yml", "letters.yml", "accounts.yml")
                        .map(file -> HOME.resolve("platform/starter/src/main/resources")
                                .resolve(file)));
        for (Path file : files.toList()) {
            VARIABLE.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1))
                    .forEach(known::add);
        }
        return known;
    }

    @Test
    void every_setting_of_an_application_reaches_it_and_is_documented_and_no_other_name_is_taken() throws Exception {
        SortedSet<String> settings = known();
        settings.removeIf(name -> Settings.OF_THE_LAUNCHER.matcher(name).matches());
        settings.add(Settings.VERIFY_AT);

        assertThat(Settings.NAMES).containsExactlyElementsOf(settings);
        assertThat(Files.readString(HOME.resolve("infra/README.md"))).contains(Settings.NAMES);
    }

    @Test
    void the_environment_goes_before_the_file_and_nothing_else_is_passed_on() throws Exception {
        Path file = file("# rates\n\nRATE_CLIENT_PER_MINUTE = 60\nLOG_LEVEL=DEBUG\n");

        Map<String, String> given = Settings.of(file, Map.of("LOG_LEVEL", "WARN", "AWS_SECRET", "x"));

        assertThat(given).isEqualTo(Map.of("RATE_CLIENT_PER_MINUTE", "60", "LOG_LEVEL", "WARN"));
        var addresses = new LocalAddresses(100);
        var told = new Surroundings(LocalOptions.of(HOME).in(folder).with(given), addresses, Secrets.in(folder));
        for (Part part : Part.APPLICATIONS) {
            assertThat(told.environment(PartInstance.first(part), new Database("url", "user", "password")))
                    .as(part.id())
                    .containsAllEntriesOf(given)
                    .containsEntry("SERVER_PORT", Integer.toString(addresses.port(part)));
        }
    }

    @Test
    void several_instances_of_a_service_have_a_port_each_and_the_gateway_is_told_all_of_them() {
        var options = LocalOptions.of(HOME).in(folder).times(Map.of(Part.NEEDS, 2, Part.GATEWAY, 2));
        var told = new Surroundings(options, new LocalAddresses(0), Secrets.in(folder));
        var database = new Database("url", "user", "password");

        assertThat(told.environment(new PartInstance(Part.NEEDS, 2), database)).containsEntry("SERVER_PORT", "8281");
        assertThat(told.environment(new PartInstance(Part.GATEWAY, 2), database))
                .containsEntry("SERVER_PORT", "8280")
                .containsEntry("NEEDS_URL", "http://127.0.0.1:8081,http://127.0.0.1:8281")
                .containsEntry("MENTOR_URL", "http://127.0.0.1:8082");
        assertThat(options.instances().stream().flatMap(instance -> new LocalAddresses(0).ports(instance).stream()))
                .doesNotHaveDuplicates();
    }

    @Test
    void without_a_file_the_environment_alone_counts() {
        assertThat(Settings.of(folder.resolve("none"), Map.of("RUNS_EVERY", "15m")))
                .isEqualTo(Map.of("RUNS_EVERY", "15m"));
    }

    @ParameterizedTest
    @CsvSource({
        "RATE_CLIENTS=hidden, RATE_CLIENTS, ne règle rien",
        "SESSION_KEY=hidden,  SESSION_KEY,  donné par le lanceur",
        "hidden,              ligne 2,      NOM=valeur",
        "hidden=60,           ligne 2,      NOM=valeur"
    })
    void a_line_that_sets_nothing_is_refused_by_its_number_and_no_value_is_shown(String line, String name, String why)
            throws Exception {
        Path file = file("LOG_LEVEL=WARN\n" + line + "\n");

        assertThatThrownBy(() -> Settings.of(file, Map.of()))
                .isInstanceOf(LocalFailure.class)
                .hasMessageContaining("ligne 2")
                .hasMessageContaining(name)
                .hasMessageContaining(why)
                .message()
                .doesNotContain("hidden");
    }

    @Test
    void a_variable_that_looks_like_a_setting_and_is_none_is_told_by_name() {
        assertThat(Settings.slips(Map.of(
                        "RATE_CLIENTS", "1", "RATE_CLIENT_PER_MINUTE", "1", "LOG_DIR", "1", "PATH", "1", "RATE", "1")))
                .containsExactly("RATE_CLIENTS");
    }

    private Path file(String text) throws Exception {
        return Files.writeString(folder.resolve(Settings.FILE), text);
    }
}
