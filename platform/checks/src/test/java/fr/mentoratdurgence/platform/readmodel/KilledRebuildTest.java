package fr.mentoratdurgence.platform.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.test.ServiceTest;
import fr.mentoratdurgence.platform.test.tiny.Bowl;
import fr.mentoratdurgence.platform.test.tiny.TinyApplication;
import fr.mentoratdurgence.platform.test.tiny.TinyProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Processes of the tiny service that are killed, without a word of farewell, while they rebuild. */
@ServiceTest
@SpringBootTest(classes = TinyApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Tag("reliability")
class KilledRebuildTest {
    private static final long SEED = 20_200_316;
    private static final int KILLS = 3;
    private static final int EVENTS = 900;
    private static final int EVENTS_PER_SECOND = 400;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Autowired
    Commands commands;

    @Autowired
    JdbcClient db;

    @Autowired
    ReadModels readModels;

    @Autowired
    ConfigurableEnvironment environment;

    @TempDir
    Path logs;

    @Test
    void killed_at_any_point_it_goes_on_where_it_was_and_ends_equal() throws Exception {
        makeBowls("before", EVENTS / 2);
        long total = readModels.progress("stones").total();
        List<Long> points =
                new Random(SEED).longs(KILLS - 1, 1, total).sorted().boxed().toList();
        long position = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            // the last one is killed at the very end, while it tidies up or takes over
            long point = Math.max(position + 1, kill < points.size() ? points.get(kill) : total);
            Path log = logs.resolve("log" + kill);
            Process process = process(log);
            try {
                makeBowls("during" + kill, 10);
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(5))
                        .failFast("it ended before it was killed", () -> !process.isAlive())
                        .until(() -> position() >= point || state() == RebuildState.SWITCHED);
            } finally {
                assertThat(process.destroyForcibly().waitFor(20, TimeUnit.SECONDS))
                        .isTrue();
            }
            assertThat(process.exitValue()).as("SIGKILL").isEqualTo(128 + 9);
            assertThat(Files.readString(log)).as("where it went on from").contains("from position " + position + " ");
            assertThat(position()).isGreaterThanOrEqualTo(position);
            position = position();
            await().atMost(PATIENCE).until(() -> state() != RebuildState.RUNNING);
            assertThat(differences()).as("what readers see").isZero();
        }

        if (state() != RebuildState.SWITCHED) {
            assertThat(state()).isEqualTo(RebuildState.INTERRUPTED);
            assertThat(readModels.start("stones").position()).isGreaterThanOrEqualTo(position);
            await().atMost(PATIENCE).until(() -> state() == RebuildState.SWITCHED);
        }
        makeBowls("after", 10);
        assertThat(differences()).isZero();
        assertThat(db.sql("select count(*) from pg_namespace where nspname like 'rebuild%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void makeBowls(String name, int number) {
        for (int i = 0; i < number; i++) {
            String bowl = "bowl-" + name + i;
            var _ = commands.send(new Bowl.Act.MakeBowl(bowl, 1), CommandContext.system("make-" + bowl));
            var _ = commands.send(new Bowl.Act.LayStone(bowl, "account-1"), CommandContext.system("lay-" + bowl));
        }
    }

    private long position() {
        return db.sql("select position from read_model_rebuild where name = 'stones'")
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private RebuildState state() {
        return readModels.progress("stones").state();
    }

    private int differences() {
        return db.sql(ReadModelsTest.DIFFERENCES).query(Integer.class).single();
    }

    private Process process(Path log) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Daxoniq.update-checker.disabled=true",
                "-cp",
                System.getProperty("java.class.path"),
                TinyProcess.class.getName(),
                "stones",
                "--mentorat.read-models.events-per-second=" + EVENTS_PER_SECOND,
                "--logging.level.fr.mentoratdurgence.platform.readmodel=INFO"));
        MapPropertySource parts = (MapPropertySource)
                Objects.requireNonNull(environment.getPropertySources().get("local parts"));
        parts.getSource().forEach((key, value) -> command.add("--" + key + "=" + value));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }
}
