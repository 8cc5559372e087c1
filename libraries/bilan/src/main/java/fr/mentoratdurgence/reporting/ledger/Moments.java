package fr.mentoratdurgence.reporting.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as numbers since the year 2000 began, UTC: microseconds, and seconds in columns. */
public final class Moments {
    private static final Instant ZERO = Instant.parse("2000-01-01T00:00:00Z");
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long MICROS_TO_ZERO = ChronoUnit.MICROS.between(Instant.EPOCH, ZERO);

    private Moments() {}

    /** Microseconds of an instant; what is finer is cut off. */
    public static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(ZERO, instant.truncatedTo(ChronoUnit.MICROS));
    }

    /** The same microseconds, counted from 1970. */
    public static long since1970(long micros) {
        return micros + MICROS_TO_ZERO;
    }

    /** Microseconds that were counted from 1970. */
    public static long from1970(long micros) {
        return micros - MICROS_TO_ZERO;
    }

    /** The instant of microseconds. */
    public static Instant instant(long micros) {
        return ZERO.plus(micros, ChronoUnit.MICROS);
    }

    static long microsOfSecond(int second) {
        return second * MICROS_PER_SECOND;
    }

    static int second(long micros) {
        // until 2068 and from 1932: what lies beyond is a slip of the pen, and no reason to stop
        return Math.clamp(Math.floorDiv(micros, MICROS_PER_SECOND), Ints.NONE + 1, Integer.MAX_VALUE);
    }
}
