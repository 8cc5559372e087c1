package fr.mentoratdurgence.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** One version of the project, said the same everywhere; and of everything else a version that does not move. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Tag("reliability")
class VersionTest {
    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Pattern VERSION = Pattern.compile("<version>([^<]*)</version>");
    private static final Pattern PROPERTY = Pattern.compile("<[a-z-]+\\.version>([^<]*)</");

    private final String own = found(
                    Pattern.compile("<artifactId>mentorat</artifactId>\\s*<version>([^<]*)<"), "pom.xml")
            .getFirst();

    @Test
    void each_module_each_image_and_the_changelog_say_the_same_version() {
        assertThat(own).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(modules())
                .isNotEmpty()
                .allSatisfy(pom -> assertThat(
                                found(Pattern.compile("<artifactId>mentorat</artifactId>\\s*<version>([^<]*)<"), pom))
                        .as(pom)
                        .containsExactly(own));
        assertThat(found(Pattern.compile("image: mentorat/(?!keycloak)[a-z-]+:(.*)"), "docker-compose.yml"))
                .hasSize(6)
                .containsOnly(own);
        assertThat(found(Pattern.compile("(?m)^## \\[(.*?)]"), "CHANGELOG.md"))
                .first()
                .isEqualTo(own);
        assertThat(ROOT.resolve("docs/releases/" + own + ".md")).exists();
        assertThat(found(Pattern.compile("\\[([0-9.]+)]\\([0-9.]+md\\)"), "docs/releases/README.md"))
                .contains(own);
    }

    @Test
    void no_dependency_and_no_plugin_has_a_version_that_moves() {
        assertThat(Stream.concat(Stream.of("pom.xml"), modules().stream())
                        .flatMap(pom -> Stream.concat(found(VERSION, pom).stream(), found(PROPERTY, pom).stream())))
                .isNotEmpty()
                .allMatch(
                        version -> version.matches("\\d[\\w.-]*|\\$\\{[a-z0-9.-]+}|\\[25,\\)"),
                        "a version, or a name for one")
                .noneMatch(version -> version.endsWith("SNAPSHOT"));
    }

    @Test
    void what_a_forge_and_an_editor_run_has_a_version_too() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve(".github/workflows"))) {
            for (Path workflow : files.toList()) {
                assertThat(found(
                                Pattern.compile("uses: (.*)"),
                                ROOT.relativize(workflow).toString()))
                        .isNotEmpty()
                        .allMatch(action -> action.matches("[a-z-]+/[a-z-]+@v\\d+\\.\\d+\\.\\d+"));
            }
        }
        assertThat(found(Pattern.compile("\"(?:image\": \"|ghcr)([^\"]*)\""), ".devcontainer/devcontainer.json"))
                .hasSize(2)
                .allMatch(image -> image.matches(".*:\\d+\\.\\d+\\.\\d+[a-z0-9-]*"));
    }

    /** A forge decides nothing: whoever clones the project runs the same two commands. */
    @Test
    void a_forge_runs_the_two_commands_of_the_readme() {
        List<String> run = found(Pattern.compile("- run: (.*)"), ".github/workflows/gate.yml");
        assertThat(run).contains("./mentorat test", "./mentorat demo --fresh --exit");
        assertThat(run.stream().filter(command -> !command.startsWith("./mentorat")))
                .allMatch(command -> command.startsWith("sudo apt-get "));
    }

    @Test
    void the_images_can_be_named_by_what_they_hold(@TempDir Path folder) throws Exception {
        Path docker = answering(folder, "echo sha256:$(printf %s \"$4\" | cksum | cut -d' ' -f1)");
        Path written = folder.resolve("digests.yml");
        assertThat(run(docker, written)).isZero();

        Map<String, Map<String, Object>> services = services(written);
        assertThat(services.keySet())
                .isEqualTo(services(ROOT.resolve("docker-compose.yml")).keySet());
        assertThat(services.values())
                .allSatisfy(service -> assertThat(service.toString())
                        .matches("\\{(image|build)=.*[a-z0-9./-]+:v?\\d[\\w.-]*@sha256:\\d+}*"));
    }

    @Test
    void nothing_is_written_where_one_registry_does_not_answer(@TempDir Path folder) throws Exception {
        Path docker = answering(folder, "case $4 in apache/*) exit 1 ;; *) echo sha256:1 ;; esac");
        Path written = folder.resolve("digests.yml");
        assertThat(run(docker, written)).isNotZero();
        assertThat(written).isEmptyFile();
    }

    private static Path answering(Path folder, String script) throws IOException {
        Path docker = Files.writeString(folder.resolve("docker"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(docker, PosixFilePermissions.fromString("rwx------"));
        return folder;
    }

    private static int run(Path path, Path written) throws IOException, InterruptedException {
        ProcessBuilder script = new ProcessBuilder(
                        ROOT.resolve("infra/images/digests.sh").toString())
                .redirectOutput(written.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        script.environment().merge("PATH", path.toString(), (usual, ours) -> ours + ":" + usual);
        return script.start().waitFor();
    }

    private static Map<String, Map<String, Object>> services(Path file) throws IOException {
        Map<String, Map<String, Map<String, Object>>> read =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
        return read.getOrDefault("services", Map.of());
    }

    /** The poms of all modules, from the root. */
    private static List<String> modules() {
        return found(Pattern.compile("<module>(.*)</module>"), "pom.xml").stream()
                .map(module -> module + "/pom.xml")
                .toList();
    }

    private static List<String> found(Pattern pattern, String file) {
        try {
            return pattern.matcher(Files.readString(ROOT.resolve(file), StandardCharsets.UTF_8))
                    .results()
                    .map((MatchResult one) -> one.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
