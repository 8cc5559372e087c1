package fr.mentoratdurgence.reporting.tools;

import java.time.Duration;
import java.util.Arrays;

/** A part of the work that may be long: tells every two seconds how far it is. */
final class Phase {
    private static final long BETWEEN = Duration.ofSeconds(2).toNanos();

    private final Told told;
    private final String key;
    private final Object[] what;
    private long last = System.nanoTime();
    private long position;

    Phase(Told told, String key, Object... what) {
        this.told = told;
        this.key = key;
        this.what = what;
    }

    void next(long total) {
        at(position + 1, total);
    }

    void at(long now, long total) {
        position = now;
        if (System.nanoTime() - last < BETWEEN) {
            return;
        }
        last = System.nanoTime();
        Object[] arguments = Arrays.copyOf(what, what.length + 2);
        arguments[what.length] = now;
        arguments[what.length + 1] = total;
        told.tell(key, arguments);
    }
}
