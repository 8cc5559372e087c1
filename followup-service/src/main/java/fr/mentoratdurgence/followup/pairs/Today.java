package fr.mentoratdurgence.followup.pairs;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day it is for the operation: Europe/Paris, wherever the server stands. */
public final class Today {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private final Clock clock;

    Today(Clock clock) {
        this.clock = clock;
    }

    /** The day it is. */
    public LocalDate day() {
        return dayOf(clock.instant());
    }

    /** The day that this instant falls on. */
    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, PARIS);
    }
}
