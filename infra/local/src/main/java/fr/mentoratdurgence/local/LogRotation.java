package fr.mentoratdurgence.local;

import fr.mentoratdurgence.cli.Part;
import fr.mentoratdurgence.cli.PrivateFiles;
import fr.mentoratdurgence.cli.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Keeps the logs of a run small: one that has grown becomes {@code needs.1.log}, the one before {@code needs.2.log}, and
 * the oldest goes. The parts hold their files open and go on at the end of the same one, which is emptied: a line that is
 * written in that very moment may be lost.
 */
final class LogRotation {
    private static final long LARGEST = 20L << 20;
    private static final int FILES = 5;
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);
    private static final String ENDING = ".log";

    private final List<Path> logs;
    private final long largest;
    private final int kept;

    /**
     * Of these logs.
     *
     * @param largest bytes from which on one is put away
     * @param kept    how many of each stay beside the one in use
     */
    LogRotation(List<Path> logs, long largest, int kept) {
        this.logs = List.copyOf(logs);
        this.largest = largest;
        this.kept = kept;
    }

    static LogRotation of(RunFolder folder) {
        return new LogRotation(
                Stream.concat(Arrays.stream(Part.values()).map(folder::log), Stream.of(folder.journal()))
                        .toList(),
                LARGEST,
                FILES);
    }

    void begin(BooleanSupplier over) {
        Thread.ofVirtual().name("log-rotation").start(() -> {
            try {
                while (!over.getAsBoolean()) {
                    look();
                    Thread.sleep(BETWEEN_LOOKS);
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    void look() {
        for (Path log : logs) {
            try {
                if (Files.exists(log) && Files.size(log) > largest) {
                    putAway(log);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void putAway(Path log) throws IOException {
        for (int i = kept; i > 1; i--) {
            Path younger = numbered(log, i - 1);
            if (Files.exists(younger)) {
                Files.move(younger, numbered(log, i), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Path first = numbered(log, 1);
        Files.copy(log, PrivateFiles.file(first), StandardCopyOption.REPLACE_EXISTING);
        var _ = PrivateFiles.file(first);
        try (FileChannel emptied = FileChannel.open(log, StandardOpenOption.WRITE)) {
            var _ = emptied.truncate(0);
        }
    }

    /** Also one that was put away ends so: the search for personal data reads what does. */
    private static Path numbered(Path log, int number) {
        String name = log.getFileName().toString();
        return log.resolveSibling(name.substring(0, name.length() - ENDING.length()) + "." + number + ENDING);
    }
}
