package fr.mentoratdurgence.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.mentoratdurgence.cli.LocalAddresses;
import fr.mentoratdurgence.cli.Part;
import fr.mentoratdurgence.cli.PartInstance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rules and dashboards ask for nothing that no service shows: their names stand in the list of infra/observability, and
 * each service's WatchedTest finds its own there in a real scrape. Each alert says what to do.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ObservabilityTest {
    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Path HERE = ROOT.resolve("infra").resolve("observability");
    private static final Path RUNBOOKS = ROOT.resolve("docs").resolve("runbooks");
    private static final Pattern NAME =
            Pattern.compile("\\b(?:mentorat|hikaricp|http_server|jvm|process|disk|kafka|spring|jdbc)_[a-z_]+");
    private static final Pattern LISTED = Pattern.compile("(?m)^\\| `([a-z_]+)` \\| [a-z, ]+ \\|");
    private static final Pattern COMMAND = Pattern.compile("\\./mentorat ([a-z-]+)");

    private record Alert(String name, String query, String runbook) {}

    private final List<Alert> alerts = alerts();

    @Test
    void rules_and_dashboards_use_listed_figures_alone() throws IOException {
        Set<String> listed = found(LISTED, Files.readString(HERE.resolve("README.md")));
        assertThat(listed).hasSizeGreaterThan(20);
        for (Alert alert : alerts) {
            assertThat(listed).as(alert.name()).containsAll(found(NAME, alert.query()));
        }
        Set<String> drawn = new TreeSet<>();
        for (Path file : files(HERE.resolve("grafana").resolve("dashboards"))) {
            JsonNode board = JsonMapper.shared().readTree(Files.readString(file));
            assertThat(board.path("panels").size()).as(file.toString()).isPositive();
            board.path("panels")
                    .forEach(panel -> panel.path("targets").forEach(target -> {
                        assertThat(panel.path("title").asString()).isNotBlank();
                        drawn.addAll(found(NAME, target.path("expr").asString()));
                    }));
        }
        assertThat(listed).containsAll(drawn);
        Set<String> used = new TreeSet<>(drawn);
        alerts.forEach(alert -> used.addAll(found(NAME, alert.query())));
        assertThat(listed.stream().filter(name -> name.startsWith("mentorat_")))
                .as("each of our figures is used by a rule or drawn")
                .isSubsetOf(used);
    }

    @Test
    void each_alert_has_its_page_which_says_what_it_means_for_people_and_what_to_do() throws IOException {
        assertThat(files(RUNBOOKS).stream().map(file -> file.getFileName().toString()))
                .containsExactlyInAnyOrderElementsOf(
                        alerts.stream().map(alert -> alert.name() + ".md").toList());
        Set<String> verbs = Launcher.commandLine().getSubcommands().keySet();
        for (Alert alert : alerts) {
            assertThat(alert.runbook()).isEqualTo("docs/runbooks/" + alert.name() + ".md");
            String page = Files.readString(ROOT.resolve(alert.runbook()));
            assertThat(page)
                    .startsWith("# " + alert.name() + "\n")
                    .contains("**What one sees.**", "**What it means for people.**", "**What to do.**\n\n1. ");
            assertThat(verbs).as(alert.name()).containsAll(found(COMMAND, page));
        }
    }

    @Test
    void each_application_is_scraped_where_it_shows_its_figures() throws IOException {
        String local = Files.readString(HERE.resolve("prometheus").resolve("local.yml"));
        String containers = Files.readString(HERE.resolve("prometheus").resolve("prometheus.yml"));
        for (Part application : Part.APPLICATIONS) {
            int port = new LocalAddresses(0).managementPort(PartInstance.first(application));
            assertThat(local).contains("\"127.0.0.1:" + port + "\" ], labels: { service: " + application.id() + " }");
            assertThat(containers).contains("names: [ " + application.module() + " ], type: A, port: " + port);
        }
    }

    @Test
    void the_rules_say_what_their_tests_expect() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/promtool")), "NOT CHECKED: apt-get install prometheus");
        Path folder = HERE.resolve("prometheus");
        assertThat(promtool(folder, "check", "config", "prometheus.yml")).isEmpty();
        assertThat(promtool(folder, "check", "config", "local.yml")).isEmpty();
        assertThat(promtool(folder, "test", "rules", "alerts_test.yml")).isEmpty();
    }

    /** What it says where it is not content. */
    private static String promtool(Path folder, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("/usr/bin/promtool"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? "" : said;
    }

    private static List<Alert> alerts() {
        try {
            Map<?, ?> file = new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(Files.readString(HERE.resolve("prometheus").resolve("alerts.yml")));
            List<Alert> alerts = new ArrayList<>();
            for (Object group : list(file, "groups")) {
                for (Object rule : list((Map<?, ?>) group, "rules")) {
                    Map<?, ?> said = (Map<?, ?>) rule;
                    alerts.add(new Alert(
                            String.valueOf(said.get("alert")),
                            String.valueOf(said.get("expr")),
                            String.valueOf(map(said, "annotations").get("runbook"))));
                }
            }
            assertThat(alerts).isNotEmpty();
            return alerts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<?> list(Map<?, ?> from, String key) {
        return (List<?>) Objects.requireNonNull(from.get(key));
    }

    private static Map<?, ?> map(Map<?, ?> from, String key) {
        return (Map<?, ?>) Objects.requireNonNull(from.get(key));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(one -> one.groupCount() == 0 ? one.group() : one.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
