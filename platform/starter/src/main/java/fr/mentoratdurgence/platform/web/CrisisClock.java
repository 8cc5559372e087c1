package fr.mentoratdurgence.platform.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;

/** A clock that tells the time of a crisis; the same three values give the same time in all processes. */
final class CrisisClock extends Clock {
    private final Clock real;
    private final Supplier<Told> told;

    /** It showed {@code start} when the real clock showed {@code origin} and runs {@code speed} times as fast. */
    record Told(Instant start, Instant origin, double speed) {}

    CrisisClock(Clock real, Supplier<Told> told) {
        this.real = real;
        this.told = told;
    }

    @Override
    public Instant instant() {
        Told now = told.get();
        return now.start.plusNanos(
                (long) (Duration.between(now.origin, real.instant()).toNanos() * now.speed));
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new CrisisClock(real.withZone(zone), told);
    }
}
