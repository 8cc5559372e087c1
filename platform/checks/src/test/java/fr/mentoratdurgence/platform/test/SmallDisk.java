package fr.mentoratdurgence.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk of its own that can be filled to the last byte; only root has one. */
final class SmallDisk implements AutoCloseable {
    private static final int BLOCK = 4096;

    private final Path at;

    private SmallDisk(Path at) {
        this.at = at;
    }

    /** Of so many megabytes; the test is left out where this machine gives none. */
    static SmallDisk of(int megabytes, Path at) throws IOException {
        Files.createDirectories(at);
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", at.toString()) == 0,
                "no disk can be mounted here");
        return new SmallDisk(at);
    }

    Path folder(String name) {
        return at.resolve(name);
    }

    /** Until nothing more can be written. */
    void fill() throws IOException {
        try (OutputStream ballast = Files.newOutputStream(at.resolve("ballast"))) {
            while (true) {
                ballast.write(new byte[BLOCK]);
            }
        } catch (IOException full) {
            assertThat(Files.getFileStore(at).getUsableSpace())
                    .as(full.getMessage())
                    .isLessThan(BLOCK);
        }
    }

    /** There is room again. */
    void free() throws IOException {
        Files.delete(at.resolve("ballast"));
    }

    @Override
    public void close() {
        var _ = run("umount", "-l", at.toString());
    }

    private static int run(String... command) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .onExit()
                    .join()
                    .exitValue();
        } catch (IOException none) {
            return -1; // not even the program
        }
    }
}
