package fr.mentoratdurgence.local;

import static fr.mentoratdurgence.cli.Part.KAFKA;
import static fr.mentoratdurgence.cli.Part.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fr.mentoratdurgence.cli.ExitCode;
import fr.mentoratdurgence.cli.Fate;
import fr.mentoratdurgence.cli.LocalAddresses;
import fr.mentoratdurgence.cli.LocalFailure;
import fr.mentoratdurgence.cli.LocalOptions;
import fr.mentoratdurgence.cli.Part;
import fr.mentoratdurgence.cli.PartInstance;
import fr.mentoratdurgence.cli.Ports;
import fr.mentoratdurgence.cli.RunRecord;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class LocalSystemTest {
    private static final int FAR_FROM_THE_USUAL_PORTS = 4200;

    @Test
    void a_part_that_was_killed_comes_back_with_its_data(@TempDir Path dir) throws Exception {
        LocalOptions options = LocalOptions.of(LocalOptions.enclosingCheckout())
                .in(dir)
                .shiftedBy(FAR_FROM_THE_USUAL_PORTS)
                .only(Set.of(POSTGRES, KAFKA));
        try (LocalSystem system = LocalSystem.start(options, Progress.SILENT)) {
            assertThatThrownBy(() -> LocalSystem.start(options, Progress.SILENT))
                    .isInstanceOf(LocalFailure.class)
                    .hasMessageContaining("tourne déjà");
            assertThat(silent(dir)).doesNotContain("postgres", "kafka");
            // frozen, they still take connections
            for (Part part : List.of(POSTGRES, KAFKA)) {
                signal("STOP", RunRecord.process(dir, part).orElseThrow());
            }
            assertThat(Ports.taken(system.addresses().port(KAFKA))).isTrue();
            Instant frozen = Instant.now();
            assertThat(silent(dir)).contains("postgres", "kafka");
            assertThat(Duration.between(frozen, Instant.now())).isLessThan(Duration.ofSeconds(10));
            for (Part part : List.of(POSTGRES, KAFKA)) {
                signal("CONT", RunRecord.process(dir, part).orElseThrow());
            }

            sql(system, "create schema kept; create table kept.need(id text); insert into kept.need values ('need-1')");

            system.kill(POSTGRES);
            system.kill(KAFKA);
            assertThat(system.alive(KAFKA)).isFalse();
            assertThat(Ports.taken(system.addresses().port(POSTGRES))).isFalse();

            system.start(POSTGRES);
            system.start(KAFKA);
            sql(system, "insert into kept.need select id from kept.need");
            assertThat(system.alive(KAFKA)).isTrue();
        }
        assertThat(Ports.taken(new LocalAddresses(FAR_FROM_THE_USUAL_PORTS).port(KAFKA)))
                .isFalse();
    }

    @Test
    void a_part_that_ends_by_itself_or_is_asked_to_comes_back(@TempDir Path dir) throws Exception {
        LocalOptions options = LocalOptions.of(LocalOptions.enclosingCheckout())
                .in(dir)
                .shiftedBy(FAR_FROM_THE_USUAL_PORTS)
                .only(Set.of(POSTGRES, KAFKA));
        var ready = new LinkedBlockingQueue<PartInstance>();
        var said = new LinkedBlockingQueue<String>();
        try (LocalSystem system = LocalSystem.start(options, hearing(ready, said))) {
            ready.clear();
            assertThat(start(dir, "kafka")).isEqualTo(ExitCode.ALREADY_RUNNING.code());
            assertThat(heard()).contains("cette partie y répond", "restart kafka");
            assertThat(start(dir, "needs")).isEqualTo(ExitCode.ALREADY_RUNNING.code());
            assertThat(heard()).contains("sans cette partie");

            RunRecord.process(dir, KAFKA).orElseThrow().destroyForcibly();
            assertThat(ready.poll(1, TimeUnit.MINUTES)).isEqualTo(PartInstance.first(KAFKA));
            assertThat(system.alive(KAFKA)).isTrue();
            assertThat(said.poll(1, TimeUnit.MINUTES)).contains("Arrêt inattendu (code 137)", "Relance dans 1 s");
            assertThat(said.poll(1, TimeUnit.MINUTES)).contains("répond de nouveau");
            assertThat(Files.readString(dir.resolve("logs").resolve("launcher.log")))
                    .contains("Arrêt inattendu (code 137)");
            assertThat(RunRecord.fate(dir, PartInstance.first(KAFKA)))
                    .hasValueSatisfying(fate -> assertThat(fate.next()).isEqualTo(Fate.Next.BACK));

            assertThat(run("restart", "postgres", "--var", dir.toString())).isZero();
            assertThat(ready.poll(1, TimeUnit.MINUTES)).isEqualTo(PartInstance.first(POSTGRES));
            sql(system, "create schema again");

            assertThat(run("restart", "needs", "--var", dir.toString())).isEqualTo(ExitCode.FAILED.code());
            assertThat(heard()).contains("ne fait pas partie");

            system.kill(KAFKA);
            assertThat(start(dir, "kafka")).isEqualTo(ExitCode.ALREADY_RUNNING.code());
            assertThat(heard()).contains("n’y répond pas", "restart kafka");
            assertThat(run("restart", "kafka", "--var", dir.toString())).isZero();
            assertThat(system.alive(KAFKA)).isTrue();
        }
    }

    private final StringWriter words = new StringWriter();

    private int start(Path dir, String only) {
        return run("start", "--exit", "--only", only, "--var", dir.toString());
    }

    /** The parts that give no answer, as {@code ./mentorat status --json} says. */
    private Set<String> silent(Path dir) {
        PrintStream usual = System.out;
        var said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertThat(run("status", "--json", "--var", dir.toString())).isEqualTo(ExitCode.FAILED.code());
        } finally {
            System.setOut(usual);
        }
        return JsonMapper.shared().readTree(said.toString(StandardCharsets.UTF_8)).path("parts").properties().stream()
                .filter(part -> !part.getValue().path("up").asBoolean())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static void signal(String name, ProcessHandle process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private int run(String... arguments) {
        var commandLine = Launcher.commandLine();
        commandLine.setErr(new PrintWriter(words, true));
        return commandLine.execute(arguments);
    }

    private String heard() {
        String all = words.toString();
        words.getBuffer().setLength(0);
        return all;
    }

    private static Progress hearing(Queue<PartInstance> ready, Queue<String> said) {
        return new Progress() {
            @Override
            public void say(String sentence) {
                said.add(sentence);
            }

            @Override
            public void starts(PartInstance part) {}

            @Override
            public void ready(PartInstance part, Duration took) {
                ready.add(part);
            }
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 1000, 2000})
    void the_offset_that_is_proposed_is_free_for_browsers_and_shares_no_port_with_the_others(int asked)
            throws Exception {
        var first = new LocalAddresses(PortChoice.free(asked));
        assertThat(first.all())
                .doesNotContainAnyElementsOf(new LocalAddresses(0).all())
                .doesNotContainAnyElementsOf(new LocalAddresses(asked).all())
                .noneMatch(Ports::taken)
                .noneMatch(port -> port >= 32_768);
        assertThat(List.of(first.port(Part.GATEWAY), first.port(Part.KEYCLOAK))).noneMatch(Ports::refusedByBrowsers);
        try (var _ = new ServerSocket(first.keycloakManagementPort(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(PortChoice.free(asked)).isGreaterThan(first.portOffset());
        }
    }

    @Test
    void a_port_that_is_taken_is_named_with_its_part_and_an_offset_that_is_free(@TempDir Path dir) throws Exception {
        int offset = PortChoice.free(0);
        int management = new LocalAddresses(offset).keycloakManagementPort();
        try (var _ = new ServerSocket(management, 1, InetAddress.getLoopbackAddress())) {
            int code = run("start", "--exit", "--var", dir.toString(), "--port-offset", Integer.toString(offset));

            assertThat(code).isEqualTo(ExitCode.ALREADY_RUNNING.code());
            assertThat(heard()).contains("port " + management, "Keycloak", "--port-offset " + PortChoice.free(offset));
        }
    }

    @Test
    void a_fresh_start_forgets_the_clock_of_a_rehearsal(@TempDir Path dir) {
        LocalOptions fresh = LocalOptions.of(LocalOptions.enclosingCheckout())
                .in(dir)
                .only(Set.of())
                .startingFresh();
        try (LocalSystem rehearsal =
                LocalSystem.prepare(fresh.with(Map.of("CLOCK_START", "2020-04-20T08:00:00Z")), Progress.SILENT)) {
            assertThat(rehearsal.clock().instant()).isBefore("2020-05-20T08:00:00Z");
        }
        try (LocalSystem other =
                LocalSystem.prepare(fresh.with(Map.of("CLOCK_START", "2021-01-04T08:00:00Z")), Progress.SILENT)) {
            assertThat(other.clock().instant()).isAfter("2021-01-04T07:59:59Z");
        }
        try (LocalSystem usual = LocalSystem.prepare(fresh, Progress.SILENT)) {
            assertThat(usual.clock().instant()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        }
    }

    @Test
    void what_a_killed_launcher_left_is_ended_and_nothing_else(@TempDir Path dir) throws Exception {
        Process ours = sleeping(RunRecord.mark(dir));
        Process somebodyElses = sleeping("-Dmentorat.var=/elsewhere");
        Files.writeString(dir.resolve("run.pids"), "needs=" + ours.pid() + "\nmentor=" + somebodyElses.pid() + "\n");
        try {
            assertThat(Leftovers.end(dir, Progress.SILENT)).isEqualTo(1);
            assertThat(ours.waitFor()).isNotZero();
            assertThat(somebodyElses.isAlive()).isTrue();
        } finally {
            ours.destroyForcibly();
            somebodyElses.destroyForcibly();
        }
    }

    private static Process sleeping(String mark) throws Exception {
        return new ProcessBuilder(List.of("sh", "-c", "sleep 60; true", "sh", mark)).start();
    }

    private static void sql(LocalSystem system, String statements) throws Exception {
        var needs = system.database("needs");
        try (var connection = DriverManager.getConnection(needs.url(), needs.user(), needs.password());
                var statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }
}
