package fr.mentoratdurgence.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days as the operation counts them: in Paris, wherever the server or the person stands. */
public final class OperationDay {
    /** Where the days of the operation begin and end. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final Clock clock;

    /** Days of this clock. */
    public OperationDay(Clock clock) {
        this.clock = clock;
    }

    /** Today. */
    public LocalDate today() {
        return of(clock.instant());
    }

    /** The day that this instant falls on. */
    public static LocalDate of(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }
}
