package fr.mentoratdurgence.platform;

import fr.mentoratdurgence.platform.settings.OperationZone;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** Days as the operation counts them: in Paris, wherever the server or the person stands. */
public final class OperationDay {
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
        return LocalDate.ofInstant(instant, OperationZone.PARIS);
    }
}
