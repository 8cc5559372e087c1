package fr.mentoratdurgence.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Properties;
import java.util.function.Supplier;

/** What a file says of the crisis' time: all processes that read it are put forward at the same moment. */
final class KeptTime implements Supplier<CrisisClock.Told> {
    private final Path file;
    private volatile Read last;

    private record Read(FileTime changed, CrisisClock.Told told) {}

    KeptTime(Path file) {
        this.file = file;
        last = read();
    }

    @Override
    public CrisisClock.Told get() {
        Read known = last;
        try {
            if (!Files.getLastModifiedTime(file).equals(known.changed)) {
                last = read();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return last.told;
    }

    private Read read() {
        Properties values = new Properties();
        try {
            FileTime changed = Files.getLastModifiedTime(file);
            try (var reader = Files.newBufferedReader(file)) {
                values.load(reader);
            }
            return new Read(
                    changed,
                    new CrisisClock.Told(
                            Instant.parse(values.getProperty("CLOCK_START", "")),
                            Instant.parse(values.getProperty("CLOCK_ORIGIN", "")),
                            Double.parseDouble(values.getProperty("CLOCK_SPEED", "1"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
