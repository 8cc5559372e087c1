package fr.mentoratdurgence.reporting.segments;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.reporting.history.RawFact;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentWriterTest {
    @Test
    void a_day_longer_than_the_memory_spills_where_it_may_and_leaves_nothing_there(@TempDir Path folder)
            throws Exception {
        Path spill = folder.resolve("spill.part");
        Random random = new Random(1);
        byte[] noise = new byte[1_000];
        try (SegmentWriter writer = new SegmentWriter(spill, "32MB")) {
            for (int i = 0; i < 60_000; i++) {
                random.nextBytes(noise);
                writer.write(RawFact.of(
                        "event-" + i,
                        Instant.parse("2020-04-06T08:00:00Z"),
                        "/needs-service",
                        "need-" + i,
                        0,
                        "needs.need-blessed.v7",
                        "{\"noise\":\"" + HexFormat.of().formatHex(noise) + "\"}"));
            }
            assertThat(spill).isNotEmptyDirectory();
        }
        assertThat(spill).doesNotExist();
    }

    @Test
    void what_a_killed_run_had_spilled_is_removed_before_the_next(@TempDir Path path) throws Exception {
        Folder folder = new Folder(path);
        Path spill = Files.createDirectories(folder.temporary("spill"));
        Files.writeString(spill.resolve("left"), "");
        folder.prepare();
        assertThat(spill).doesNotExist();
    }
}
