package fr.mentoratdurgence.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("reliability")
class CrisisClockTest {
    private static final Clock REAL = Clock.fixed(Instant.parse("2026-01-01T10:00:00Z"), ZoneOffset.UTC);

    @Test
    void it_runs_as_fast_as_it_was_told() {
        var told =
                new CrisisClock.Told(Instant.parse("2020-04-20T08:00:00Z"), Instant.parse("2026-01-01T09:00:00Z"), 24);

        assertThat(new CrisisClock(REAL, () -> told).instant()).isEqualTo("2020-04-21T08:00:00Z");
    }

    @Test
    void what_the_file_says_holds_from_the_moment_it_changes(@TempDir Path data) throws IOException {
        Path file = data.resolve("clock.properties");
        says(file, "2020-04-20T08:00:00Z", 1);
        Clock shown = new CrisisClock(REAL, new KeptTime(file));
        assertThat(shown.instant()).isEqualTo("2020-04-20T08:00:00Z");

        says(file, "2020-04-27T08:00:00Z", 2);
        assertThat(shown.instant()).isEqualTo("2020-04-27T08:00:00Z");
    }

    private static void says(Path file, String start, int changed) throws IOException {
        Files.writeString(file, "CLOCK_START=" + start + "\nCLOCK_ORIGIN=2026-01-01T10:00:00Z\nCLOCK_SPEED=1.0\n");
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(changed)));
    }
}
