package fr.mentoratdurgence.local;

import fr.mentoratdurgence.cli.LocalFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
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
    /** Where it is kept, beside the data. */
    static final String FILE = "clock.properties";

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

    /** The clock of the applications: it runs as fast as theirs. */
    static Clock shown(Map<String, String> environment, Clock real) {
        if (!environment.containsKey(START)) {
            return real;
        }
        return new Running(parse(environment, ""), real);
    }

    private static final class Running extends Clock {
        private final LocalClock crisis;
        private final Clock real;

        Running(LocalClock crisis, Clock real) {
            this.crisis = crisis;
            this.real = real;
        }

        @Override
        public Instant instant() {
            double since = Duration.between(crisis.origin, real.instant()).toNanos() * crisis.speed;
            return crisis.start.plusNanos((long) since);
        }

        @Override
        public ZoneId getZone() {
            return real.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return new Running(crisis, real.withZone(zone));
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
