package fr.mentoratdurgence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line says of itself: help, manual, completion, numbers. */
class ManualTest {
    private static final Path PAGE = Path.of("../../docs/operations/cli.md");

    private static String said(String... arguments) {
        var out = new StringWriter();
        assertThat(Mentorat.commandLine().setOut(new PrintWriter(out, true)).execute(arguments))
                .isZero();
        return out.toString();
    }

    @Test
    void each_number_means_the_same_in_help_manual_and_document() throws Exception {
        assertThat(Arrays.stream(ExitCode.values()).map(ExitCode::code))
                .as("programs rely on them")
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        String document = Files.readString(PAGE);
        String help = said("--help").replaceAll("\\s+", " ");
        String manual = said("man");
        ExitCode.table().forEach((code, meaning) -> {
            assertThat(document).contains("| " + code + " | " + meaning + " |");
            assertThat(help).contains(code + " " + meaning);
            assertThat(manual).contains("\\fB" + code + "\\fR\n" + meaning);
        });
    }

    @Test
    void the_manual_has_each_command_with_its_options_and_a_sentence_for_each() {
        String manual = said("man");

        assertThat(manual).startsWith(".TH MENTORAT 1");
        for (String command : Mentorat.commandLine().getSubcommands().keySet()) {
            assertThat(manual).contains(".SS \"" + command);
        }
        assertThat(manual).contains("\\-\\-dry\\-run", "\\-\\-profile").doesNotContain("$mentorat", "@|");
        List<String> lines = manual.lines().toList();
        assertThat(lines).noneMatch(String::isBlank);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void a_shell_gets_what_completes_each_command(String shell, @TempDir Path folder) throws Exception {
        String script = said("completion", shell);

        assertThat(script).contains("dead-letters", "--set-aside", "complete -F");
        Process bash = new ProcessBuilder(
                        "bash",
                        "-n",
                        Files.writeString(folder.resolve("completion"), script).toString())
                .redirectErrorStream(true)
                .start();
        String complaints = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(complaints).isEmpty();
    }

    @Test
    void the_script_of_the_distribution_starts_the_same_classes_with_any_java_that_will_do(@TempDir Path folder)
            throws Exception {
        Path script = Files.createDirectories(folder.resolve("bin")).resolve("mentorat");
        Files.copy(Path.of("src/main/distribution/mentorat"), script);
        Files.createDirectories(folder.resolve("lib"));
        // java takes a folder of classes too, where the archive has jars
        Process run = run(script, System.getProperty("java.class.path"));

        assertThat(run.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("Mentorat d’Urgence ");
    }

    private static Process run(Path script, String classes) throws Exception {
        Path there = script.resolveSibling("started");
        Files.writeString(
                there,
                Files.readString(script).replace("\"$dossier/lib/*\"", "\"" + classes + "\""),
                StandardCharsets.UTF_8);
        var builder = new ProcessBuilder("sh", there.toString(), "--version").redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }
}
