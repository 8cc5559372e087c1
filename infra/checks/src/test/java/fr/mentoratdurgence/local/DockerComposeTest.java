package fr.mentoratdurgence.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.mentoratdurgence.cli.LocalAddresses;
import fr.mentoratdurgence.cli.LocalOptions;
import fr.mentoratdurgence.cli.Part;
import fr.mentoratdurgence.cli.PartInstance;
import fr.mentoratdurgence.cli.Secrets;
import fr.mentoratdurgence.local.parts.PostgresPart.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The system from images says the same as the system from child processes. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DockerComposeTest {
    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Path FILE = ROOT.resolve("docker-compose.yml");
    /** A version, possibly with what it is built on; never a moving word such as latest. */
    private static final String PINNED = "[a-z0-9./-]+:v?[0-9][A-Za-z0-9._-]*";

    private static final String OF_THE_INSTALLATION = "(MAIL|SMS|LETTERS|SEGMENTS)_.*|FIRST_COORDINATOR";

    private final Map<String, Object> compose = read();
    private final Map<String, Object> services = section(compose, "services");

    @Test
    void six_applications_and_the_parts_they_live_on_and_where_asked_for_who_watches_them() {
        assertThat(services.keySet())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Part.APPLICATIONS.stream().map(Part::module),
                                Stream.of("edge", "postgres", "kafka", "keycloak", "mail", "prometheus", "grafana"))
                        .toList());
        assertThat(services.entrySet().stream()
                        .filter(service -> section(service.getValue()).containsKey("profiles"))
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("prometheus", "grafana");
    }

    @Test
    void has_no_name_since_older_compose_refuses_it() {
        assertThat(compose).doesNotContainKey("name");
    }

    @Test
    void every_image_is_pinned_also_those_that_ours_are_built_from() {
        services.forEach((name, service) ->
                assertThat(section(service).get("image")).as(name).asString().matches(PINNED));
        for (Path dockerfile : dockerfiles()) {
            assertThat(lines(dockerfile).stream().filter(line -> line.startsWith("ARG ")))
                    .as(dockerfile.toString())
                    .singleElement()
                    .asString()
                    .matches("ARG [A-Z]+=" + PINNED);
        }
    }

    /** Each context lets through what is named, and nothing else: a build fails where a name is missing. */
    @Test
    void what_an_image_copies_is_let_into_its_context() {
        for (Path dockerfile : dockerfiles()) {
            List<String> copied = lines(dockerfile).stream()
                    .filter(line -> line.startsWith("COPY ") && !line.contains("--from="))
                    .map(line -> line.split(" "))
                    .flatMap(words -> Stream.of(words).skip(1).limit(words.length - 2L))
                    .toList();
            assertThat(copied).as(dockerfile.toString()).isNotEmpty();
            assertThat(lines(dockerfile.resolveSibling(".dockerignore")))
                    .as(dockerfile.toString())
                    .startsWith("*")
                    .containsAll(copied.stream().map(name -> "!" + name).toList());
        }
    }

    @Test
    void every_container_says_whether_it_is_healthy() {
        services.forEach((name, service) -> {
            Map<String, Object> healthcheck = section(section(service), "healthcheck");
            boolean asked = healthcheck.containsKey("test")
                    || lines(dockerfile(service)).stream().anyMatch(line -> line.startsWith("HEALTHCHECK CMD "));
            assertThat(asked).as(name).isTrue();
        });
    }

    @Test
    void nothing_starts_before_what_it_needs_is_healthy() {
        for (Part application : Part.APPLICATIONS) {
            Map<String, Object> needed = section(section(services, application.module()), "depends_on");
            assertThat(needed).as(application.module()).containsKey("postgres");
            assertThat(needed.values())
                    .allSatisfy(
                            condition -> assertThat(section(condition)).containsEntry("condition", "service_healthy"));
        }
    }

    @Test
    void only_this_machine_reaches_the_ports() {
        Map<String, Object> published = new TreeMap<>();
        services.forEach((name, service) -> {
            if (section(service).get("ports") instanceof List<?> ports) {
                published.put(name, ports);
                assertThat(ports)
                        .as(name)
                        .allSatisfy(port -> assertThat(port).asString().startsWith("127.0.0.1:"));
            }
        });
        assertThat(published).containsOnlyKeys("edge", "keycloak", "mail", "prometheus", "grafana");
    }

    /** A name or a port of this machine can be had once only. */
    @Test
    void of_each_application_there_may_be_several() throws Exception {
        for (Part application : Part.APPLICATIONS) {
            assertThat(section(services, application.module()).keySet())
                    .as(application.module())
                    .doesNotContain("ports", "container_name", "hostname");
        }
        assertThat(Files.readString(ROOT.resolve("infra").resolve("edge").resolve("haproxy.cfg")))
                .contains("server-template", "gateway:" + Part.GATEWAY.usualPort(), "bind :8080", "option forwardfor")
                .contains("http-request del-header X-Forwarded-For");
        assertThat(section(section(services, "gateway"), "environment").get("TRUSTED_PROXIES"))
                .asString()
                .contains("172.16.0.0/12");
    }

    @Test
    void what_containers_say_fills_no_disk_and_is_said_as_one_likes() {
        services.forEach((name, service) -> assertThat(section(section(section(service), "logging"), "options"))
                .as(name)
                .containsKeys("max-size", "max-file"));
        for (Part application : Part.APPLICATIONS) {
            assertThat(section(section(services, application.module()), "environment"))
                    .as(application.module())
                    .containsKeys("LOG_FORMAT", "LOG_LEVEL");
        }
    }

    @Test
    void the_memory_that_the_limits_allow_is_what_the_document_says() throws Exception {
        long megabytes = services.values().stream()
                .map(DockerComposeTest::section)
                .filter(service -> !service.containsKey("profiles"))
                .map(service -> String.valueOf(service.get("mem_limit")))
                .mapToLong(DockerComposeTest::megabytes)
                .sum();
        assertThat(Files.readString(ROOT.resolve("infra/README.md")))
                .contains(String.format(Locale.ROOT, "add up to %.1f GiB", megabytes / 1024.0));
    }

    /** As compose writes it: 512m, 1g. */
    private static long megabytes(String size) {
        long number = Long.parseLong(size.substring(0, size.length() - 1));
        return size.endsWith("g") ? number * 1024 : number;
    }

    @Test
    void the_applications_listen_where_the_launcher_would_put_them_and_are_asked_on_their_management_port() {
        for (Part application : Part.APPLICATIONS) {
            int management = new LocalAddresses(0).managementPort(PartInstance.first(application));
            assertThat(lines(ROOT.resolve(application.module()).resolve("Dockerfile")))
                    .as(application.module())
                    .contains("ENV SERVER_PORT=" + application.usualPort() + " SERVER_ADDRESS=0.0.0.0 MANAGEMENT_PORT="
                            + management + " MANAGEMENT_ADDRESS=0.0.0.0")
                    .contains("EXPOSE " + application.usualPort() + " " + management)
                    .anyMatch(line ->
                            line.startsWith("HEALTHCHECK ") && line.contains("/dev/tcp/127.0.0.1/$MANAGEMENT_PORT "))
                    .anyMatch(line -> line.startsWith("USER "));
        }
    }

    @Test
    void every_variable_that_it_takes_has_a_default_and_is_documented() {
        String file = String.join("\n", lines(FILE));
        Set<String> taken = found(Pattern.compile("\\$\\{([A-Z_]+):-[^}]*}"), file);
        assertThat(file.split("\\$\\{", -1)).as("each of them with a default").hasSize(1 + count(file));
        assertThat(documented()).containsAll(taken);
    }

    private static int count(String file) {
        return (int)
                Pattern.compile("\\$\\{[A-Z_]+:-[^}]*}").matcher(file).results().count();
    }

    /** The names in infra/README.md; {A,B}_C stands for two of them. */
    private static Set<String> documented() {
        String readme = String.join("\n", lines(ROOT.resolve("infra").resolve("README.md")));
        Set<String> names = found(Pattern.compile("\\b([A-Z]+(?:_[A-Z]+)+)\\b"), readme);
        Pattern.compile("\\{([A-Z,]+)}(_[A-Z_]+)").matcher(readme).results().forEach(several -> {
            for (String first : several.group(1).split(",", -1)) {
                names.add(first + several.group(2));
            }
        });
        return names;
    }

    private static Set<String> found(Pattern name, String text) {
        return name.matcher(text).results().map(one -> one.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void the_applications_are_told_what_the_launcher_tells_them_and_nothing_that_they_do_not_know(@TempDir Path folder)
            throws Exception {
        SortedSet<String> known = SettingsTest.known();
        var launcher = new Surroundings(LocalOptions.of(ROOT).in(folder), new LocalAddresses(0), Secrets.in(folder));
        for (Part application : Part.APPLICATIONS) {
            Set<String> told = section(section(services, application.module()), "environment")
                    .keySet();
            assertThat(known).as(application.module()).containsAll(told);

            Set<String> needed =
                    new TreeSet<>(launcher.environment(PartInstance.first(application), new Database("", "", ""))
                            .keySet());
            // the ports stand in the image, containers are made anew with other names, and the last is for somebody who
            // waits at a terminal
            needed.removeAll(Set.of(
                    "SERVER_PORT", "MANAGEMENT_PORT", "SAME_PLACE", "SPRING_LIFECYCLE_TIMEOUT_PER_SHUTDOWN_PHASE"));
            // who writes letters, how they leave and who is invited first is a matter of each installation
            needed.removeIf(name -> name.matches(OF_THE_INSTALLATION));
            assertThat(told.stream()
                            .filter(name -> !Settings.NAMES.contains(name) && !name.matches(OF_THE_INSTALLATION)))
                    .as(application.module())
                    .containsExactlyInAnyOrderElementsOf(needed);
        }
    }

    @Test
    void compose_itself_accepts_the_file() throws Exception {
        List<List<String>> tools = Stream.of(List.of("docker-compose"), List.of("docker", "compose"))
                .filter(tool -> run(Redirect.DISCARD, tool, "version") == 0)
                .toList();
        assumeTrue(!tools.isEmpty(), "NOT CHECKED: neither docker-compose nor « docker compose » is installed here");
        for (List<String> tool : tools) {
            assertThat(run(Redirect.INHERIT, tool, "-f", FILE.toString(), "config", "-q"))
                    .as(String.join(" ", tool))
                    .isZero();
        }
    }

    private static int run(Redirect output, List<String> tool, String... arguments) {
        try {
            return new ProcessBuilder(
                            Stream.concat(tool.stream(), Stream.of(arguments)).toList())
                    .redirectOutput(output)
                    .redirectError(output)
                    .start()
                    .waitFor();
        } catch (IOException _) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<Path> dockerfiles() {
        return services.values().stream()
                .filter(service -> section(service).containsKey("build"))
                .map(DockerComposeTest::dockerfile)
                .toList();
    }

    private static Path dockerfile(Object service) {
        return ROOT.resolve(String.valueOf(section(service).get("build"))).resolve("Dockerfile");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> read() {
        return section(new Yaml(new SafeConstructor(new LoaderOptions())).load(String.join("\n", lines(FILE))));
    }

    private static Map<String, Object> section(Map<String, Object> from, String name) {
        return section(Objects.requireNonNull(from.get(name), name));
    }

    private static Map<String, Object> section(Object value) {
        Map<String, Object> entries = new TreeMap<>();
        ((Map<?, ?>) value).forEach((key, entry) -> entries.put(String.valueOf(key), entry));
        return entries;
    }
}
