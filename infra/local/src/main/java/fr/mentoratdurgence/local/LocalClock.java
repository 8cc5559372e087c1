package fr.mentoratdurgence.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;

/**
 * The time of a crisis to rehearse: the clock shows {@code start} at the real instant {@code origin} and runs
 * {@code speed} times as fast. It is kept beside the data, so that the next start of the same data goes on from there:
 * record time never runs backwards.
 */
record LocalClock(Instant start, Instant origin, double speed) {
    static final String START = "CLOCK_START";
    static final String ORIGIN = "CLOCK_ORIGIN";
    static final String SPEED = "CLOCK_SPEED";
    private static final String FILE = "clock.properties";
    private static final double FASTEST = 100_000;

    /**
     * What the applications are told about time: nothing, where the real one holds.
     *
     * @param directory keeps the clock of the first start
     * @param asked variables of the caller; {@code CLOCK_START} begins a crisis where the data know of none
     * @throws LocalFailure where a value cannot be read
     */
    static Map<String, String> environment(Path directory, Map<String, String> asked, Clock real) {
        Path file = directory.resolve(FILE);
        if (Files.exists(file)) {
            return kept(file).values();
        }
        if (asked.getOrDefault(START, "").isBlank()) {
            return Map.of();
        }
        Map<String, String> values = parse(asked, real.instant().toString()).values();
        keep(file, values);
        return values;
    }

    /** What the clock of the applications shows now, near enough for the acts of one journey. */
    static Clock shown(Map<String, String> environment, Clock real) {
        if (!environment.containsKey(START)) {
            return real;
        }
        LocalClock crisis = parse(environment, "");
        Instant now = real.instant();
        double since = Duration.between(crisis.origin, now).toNanos() * crisis.speed;
        return Clock.offset(real, Duration.between(now, crisis.start.plusNanos((long) since)));
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

    private Map<String, String> values() {
        return Map.of(START, start.toString(), ORIGIN, origin.toString(), SPEED, Double.toString(speed));
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

    private static void keep(Path file, Map<String, String> environment) {
        Properties values = new Properties();
        values.putAll(environment);
        try (var writer = Files.newBufferedWriter(file)) {
            values.store(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
