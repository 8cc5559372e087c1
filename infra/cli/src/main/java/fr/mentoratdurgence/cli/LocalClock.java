package fr.mentoratdurgence.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Properties;

/**
 * The time of a crisis to rehearse: the clock shows {@code start} at the real instant {@code origin} and runs
 * {@code speed} times as fast. It is kept in a file beside the data, which all applications read: the next start of the
 * same data goes on from there, and who puts it forward does so for all of them at once. Record time never runs backwards.
 */
public record LocalClock(Instant start, Instant origin, double speed) {
    public static final String START = "CLOCK_START";
    public static final String ORIGIN = "CLOCK_ORIGIN";
    public static final String SPEED = "CLOCK_SPEED";
    /** Names the file that the applications read. */
    public static final String KEPT = "CLOCK_FILE";
    /** Where it is kept, beside the data. */
    public static final String FILE = "clock.properties";

    private static final double FASTEST = 100_000;

    /**
     * What the applications are told about time: nothing, where the real one holds.
     *
     * @param directory keeps the clock of the first start
     * @param asked variables of the caller; {@code CLOCK_START} begins a crisis where the data know of none
     * @throws LocalFailure where a value cannot be read
     */
    public static Map<String, String> environment(Path directory, Map<String, String> asked, Clock real) {
        Path file = directory.resolve(FILE);
        if (Files.exists(file)) {
            var _ = kept(file);
        } else if (asked.getOrDefault(START, "").isBlank()) {
            return Map.of();
        } else {
            keep(file, parse(asked, real.instant().toString()));
        }
        return Map.of(KEPT, file.toAbsolutePath().toString());
    }

    /** The clock of the applications. */
    public static Clock shown(Map<String, String> environment, Clock real) {
        String file = environment.get(KEPT);
        return file == null ? real : new Running(Path.of(file), real);
    }

    /**
     * Puts the clock of a run forward; what was due in between is due now.
     *
     * @param directory keeps the clock
     * @param by how far; nothing says what time it is
     * @return what it shows now
     * @throws LocalFailure where the run lives in real time, or by would put it back
     */
    public static Instant forward(Path directory, Duration by, Clock real) {
        Path file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            throw new LocalFailure("horloge.vraie", directory);
        }
        if (by.isNegative()) {
            throw new LocalFailure("horloge.arriere");
        }
        LocalClock before = kept(file);
        Instant now = real.instant();
        LocalClock after = new LocalClock(before.at(now).plus(by), now, before.speed);
        if (!by.isZero()) {
            keep(file, after);
        }
        return after.start;
    }

    private Instant at(Instant now) {
        return start.plusNanos((long) (Duration.between(origin, now).toNanos() * speed));
    }

    private static final class Running extends Clock {
        private final Path file;
        private final Clock real;

        Running(Path file, Clock real) {
            this.file = file;
            this.real = real;
        }

        @Override
        public Instant instant() {
            return kept(file).at(real.instant());
        }

        @Override
        public ZoneId getZone() {
            return real.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return new Running(file, real.withZone(zone));
        }
    }

    private static LocalClock parse(Map<String, String> values, String usualOrigin) {
        String start = values.getOrDefault(START, "");
        String origin = values.getOrDefault(ORIGIN, usualOrigin);
        String speed = values.getOrDefault(SPEED, "1");
        try {
            double times = Double.parseDouble(speed);
            if (times > 0 && times <= FASTEST) {
                return new LocalClock(Instant.parse(start), Instant.parse(origin), times);
            }
        } catch (DateTimeException | NumberFormatException _) {
            // said below, with all three values
        }
        throw new LocalFailure("horloge.illisible", start, origin, speed);
    }

    private static LocalClock kept(Path file) {
        Properties values = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            values.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parse(
                Map.of(
                        START, values.getProperty(START, ""),
                        ORIGIN, values.getProperty(ORIGIN, ""),
                        SPEED, values.getProperty(SPEED, "1")),
                "");
    }

    /** In one go: an application may be reading. */
    private static void keep(Path file, LocalClock clock) {
        Properties values = new Properties();
        values.putAll(Map.of(
                START, clock.start.toString(),
                ORIGIN, clock.origin.toString(),
                SPEED, Double.toString(clock.speed)));
        Path draft = file.resolveSibling(FILE + ".new");
        try {
            try (var writer = Files.newBufferedWriter(draft)) {
                values.store(writer, null);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
