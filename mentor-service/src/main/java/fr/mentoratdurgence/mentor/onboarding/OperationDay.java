package fr.mentoratdurgence.mentor.onboarding;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** Today, as the operation counts days: in Paris. */
public final class OperationDay {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Clock clock;

    /** Days of this clock. */
    public OperationDay(Clock clock) {
        this.clock = clock;
    }

    /** Today. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PARIS);
    }
}
