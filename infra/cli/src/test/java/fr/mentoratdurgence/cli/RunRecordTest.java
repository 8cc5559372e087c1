package fr.mentoratdurgence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecordTest {
    @Test
    void one_launcher_at_a_time_lives_in_a_directory(@TempDir Path dir) {
        try (RunRecord first = RunRecord.take(dir).orElseThrow()) {
            first.open(100);
            assertThat(RunRecord.take(dir)).isEmpty();
            assertThat(RunRecord.launcher(dir)).contains(ProcessHandle.current());
            assertThat(RunRecord.portOffset(dir)).contains(100);
        }
        assertThat(RunRecord.launcher(dir)).isEmpty();
        RunRecord.take(dir).orElseThrow().close();
    }

    @Test
    void secrets_are_drawn_once_and_only_their_owner_reads_them(@TempDir Path dir) throws Exception {
        String drawn = Secrets.in(dir).word("session.key");
        assertThat(Secrets.in(dir).word("session.key")).isEqualTo(drawn).hasSizeGreaterThan(32);
        assertThat(Secrets.in(dir).keys("personal-data.needs")).matches("k1:[A-Za-z0-9+/]{43}=");
        assertThat(Files.getPosixFilePermissions(dir.resolve("secrets.properties")))
                .hasSize(2);
    }
}
