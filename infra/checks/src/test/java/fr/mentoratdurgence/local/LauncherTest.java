package fr.mentoratdurgence.local;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.cli.ExitCode;
import fr.mentoratdurgence.cli.Part;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {
    private final StringWriter said = new StringWriter();

    private int run(String... arguments) {
        var commandLine = Launcher.commandLine();
        commandLine.setOut(new PrintWriter(said, true)).setErr(new PrintWriter(said, true));
        return commandLine.execute(arguments);
    }

    @Test
    void help_is_french_and_names_every_command() {
        assertThat(run("--help")).isZero();
        assertThat(said.toString())
                .contains("Usage :", "Codes de fin", "start", "demo", "stop", "status", "import", "match", "bilan");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "start",
                "demo",
                "stop",
                "status",
                "restart",
                "import",
                "match",
                "bilan",
                "rebuild",
                "dead-letters",
                "replay",
                "bench",
                "rehearse"
            })
    void every_command_explains_itself_and_its_options(String command) {
        assertThat(run(command, "--help")).isZero();
        // an option without a description shows its name alone at the end of a line
        assertThat(said.toString().lines().filter(line -> line.matches("\\s*(-\\w, )?--[\\w-]+(=\\S+)?\\s*")))
                .allSatisfy(line -> assertThat(said.toString()).contains(line + "\n      "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "start --quickly",
                "start --port-offset much",
                "bench tout",
                "start --instances kafka=2",
                "start --instances needs=9"
            })
    void a_command_that_is_not_understood_gets_a_french_answer(String line) {
        assertThat(run(line.split(" ", -1))).isEqualTo(ExitCode.MISUSED.code());
        assertThat(said.toString()).doesNotContain("Exception");
    }

    @Test
    void a_file_that_cannot_be_read_is_named_before_anything_starts(@TempDir Path empty) {
        assertThat(run("demo", "--var", empty.toString(), "--structures", "/nowhere.csv"))
                .isEqualTo(ExitCode.FAILED.code());
        assertThat(said.toString()).contains("/nowhere.csv");
    }

    @Test
    void a_demonstration_that_was_interrupted_is_not_played_over_what_it_left(@TempDir Path left) throws Exception {
        Files.createFile(left.resolve(Leftovers.BEGUN));
        assertThat(run("demo", "--var", left.toString())).isEqualTo(ExitCode.FAILED.code());
        assertThat(said.toString()).contains("--fresh").doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource({
        "2000, 10080, passerelle",
        "-1513, 6667, Keycloak",
        "60000, 75432, n’existe pas",
        "-9000, -820, n’existe pas"
    })
    void ports_that_no_browser_opens_or_that_do_not_exist_are_refused_by_name(
            String offset, String port, String why, @TempDir Path empty) {
        assertThat(run("start", "--exit", "--var", empty.toString(), "--port-offset", offset))
                .isEqualTo(ExitCode.FAILED.code());
        assertThat(said.toString()).contains("port " + port, why, "--port-offset");
    }

    @Test
    void every_part_has_a_french_name_and_says_what_it_waits_for() {
        var bundle = ResourceBundle.getBundle("messages.local", Locale.FRENCH);
        for (Part part : Part.values()) {
            assertThat(bundle.containsKey("partie." + part.id())).isTrue();
            assertThat(bundle.containsKey("attente." + part.id())).isTrue();
        }
    }
}
