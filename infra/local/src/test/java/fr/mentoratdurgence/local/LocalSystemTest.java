package fr.mentoratdurgence.local;

import static fr.mentoratdurgence.cli.Part.KAFKA;
import static fr.mentoratdurgence.cli.Part.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fr.mentoratdurgence.cli.LocalAddresses;
import fr.mentoratdurgence.cli.LocalFailure;
import fr.mentoratdurgence.cli.LocalOptions;
import fr.mentoratdurgence.cli.Ports;
import fr.mentoratdurgence.cli.RunRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
            assertThat(LocalSystem.endOrphans(dir, Progress.SILENT)).isEqualTo(1);
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
