package fr.mentoratdurgence.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs grow for weeks, and who writes them never closes them. */
class LogRotationTest {

    @Test
    void a_log_that_has_grown_is_put_away_who_writes_goes_on_and_the_oldest_goes(@TempDir Path folder)
            throws Exception {
        Path log = folder.resolve("needs.log");
        Path missing = folder.resolve("mail.log");
        LogRotation rotation = new LogRotation(List.of(log, missing), 10, 2);
        try (var part = Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            part.write("short\n".getBytes(StandardCharsets.UTF_8));
            rotation.look();
            assertThat(log).hasContent("short\n");
            for (String text : List.of("the first one", "the second one", "the third one", "the last one")) {
                part.write((text + "\n").getBytes(StandardCharsets.UTF_8));
                rotation.look();
                assertThat(log).isEmptyFile();
            }
            part.write("on".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(log).hasContent("on");
        assertThat(folder.resolve("needs.1.log")).hasContent("the last one\n");
        assertThat(folder.resolve("needs.2.log")).hasContent("the third one\n");
        assertThat(folder.resolve("needs.3.log")).doesNotExist();
        assertThat(missing).doesNotExist();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("needs.1.log"))))
                .isEqualTo("rw-------");
    }
}
