package fr.mentoratdurgence.platform.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A clock that tells the time of a crisis: it showed {@code start} when the real clock showed {@code origin} and runs
 * {@code speed} times as fast. The same three values give the same time in all processes.
 */
final class CrisisClock extends Clock {
    private final Clock real;
    private final Instant start;
    private final Instant origin;
    private final double speed;

    CrisisClock(Clock real, Instant start, Instant origin, double speed) {
        this.real = real;
        this.start = start;
        this.origin = origin;
        this.speed = speed;
    }

    @Override
    public Instant instant() {
        return start.plusNanos((long) (Duration.between(origin, real.instant()).toNanos() * speed));
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new CrisisClock(real.withZone(zone), start, origin, speed);
    }
}
