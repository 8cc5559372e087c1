package fr.mentoratdurgence.platform.test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that stands still until a test moves it. */
public final class MovableClock extends Clock {
    /** Where it starts: a Monday in the middle of the lockdown. */
    public static final Instant START = Instant.parse("2020-04-20T08:00:00Z");

    private volatile Instant now;

    /** It stands at {@link #START}. */
    public MovableClock() {
        this(START);
    }

    /** It stands at this moment. */
    public MovableClock(Instant now) {
        this.now = now;
    }

    /** Moves it to this moment. */
    public synchronized void set(Instant moment) {
        now = moment;
    }

    /** Moves it on. */
    public synchronized void forward(Duration step) {
        now = now.plus(step);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneId.of("Europe/Paris");
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
