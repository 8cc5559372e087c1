package fr.mentoratdurgence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.cli.EraseCommand.Certificate;
import fr.mentoratdurgence.cli.EraseCommand.PartAnswer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MentoratTest {
    private final StringWriter said = new StringWriter();

    private int run(String... arguments) {
        var commandLine = Mentorat.commandLine();
        commandLine.setOut(new PrintWriter(said, true)).setErr(new PrintWriter(said, true));
        return commandLine.execute(arguments);
    }

    @Test
    void the_version_is_said() {
        assertThat(run("--version")).isZero();
        assertThat(said.toString()).matches("Mentorat d’Urgence [0-9]+\\.[0-9.]+\\S*( \\([0-9a-f]{7,}\\))?\\s*");
    }

    /** The commands on a running system need none of the parts that it runs on. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "kafka.server.KafkaRaftServer",
                "io.zonky.test.db.postgres.embedded.EmbeddedPostgres",
                "org.postgresql.Driver",
                "org.apache.kafka.clients.admin.Admin"
            })
    void no_broker_and_no_database_is_on_the_class_path_of_an_operator(String part) {
        assertThat(getClass().getClassLoader().getResource(part.replace('.', '/') + ".class"))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fly", "status --quickly", "status --port-offset much"})
    void a_command_that_is_not_understood_gets_a_french_answer(String line) {
        assertThat(run(line.split(" ", -1))).isEqualTo(ExitCode.MISUSED.code());
        assertThat(said.toString()).contains("Je ne comprends pas : mentorat " + line);
    }

    @Test
    void asking_a_system_that_does_not_run_says_what_to_do(@TempDir Path empty) {
        assertThat(run("bilan", "--var", empty.toString())).isEqualTo(ExitCode.NOT_RUNNING.code());
        assertThat(said.toString()).contains("./mentorat start");
    }

    @Test
    void a_service_without_read_models_is_named_with_those_that_have_some(@TempDir Path empty) {
        assertThat(run("rebuild", "gateway", "--var", empty.toString())).isEqualTo(ExitCode.MISUSED.code());
        assertThat(said.toString()).contains("gateway", "followup, matching, mentor, needs, reporting");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--retry 3", "--set-aside 3", "gateway"})
    void a_dead_letter_is_one_of_a_service(String line, @TempDir Path empty) {
        assertThat(run(("dead-letters --var " + empty + " " + line).split(" ", -1)))
                .isEqualTo(ExitCode.MISUSED.code());
        assertThat(said.toString()).contains("followup, matching, mentor, needs, reporting");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"history exporte dossier", "history export", "replay /nulle/part", "erase Camille", "erase"})
    void a_command_written_wrong_ends_as_such(String line, @TempDir Path empty) {
        assertThat(run((line + " --var " + empty).split(" ", -1))).isEqualTo(ExitCode.MISUSED.code());
        assertThat(said.toString()).doesNotContain("Exception");
    }

    @Test
    void a_certificate_says_what_each_part_answered_and_when() {
        Instant at = Instant.parse("2026-05-04T08:00:00Z");
        PartAnswer mentor = new PartAnswer("mentor", true, at, false, 1, 0, true, 2);
        PartAnswer needs = new PartAnswer("needs", true, at, false, 0, 0, false, 0);
        PartAnswer followup = new PartAnswer("followup", false, at, false, 0, 0, false, 0);

        assertThat(EraseCommand.readable(new Certificate("mentor-1", at, at, false, List.of(mentor, needs, followup))))
                .contains("Personne : mentor-1", "Constaté : 2026-05-04T08:00:00Z")
                .contains("mentor (2026-05-04T08:00:00Z) : garde encore 1 courriers, 0 liens, l’adresse")
                .contains("2 comptes à fermer", "needs (2026-05-04T08:00:00Z) : ne garde rien", "n’a pas répondu")
                .contains("n’est pas terminé");
    }
}
