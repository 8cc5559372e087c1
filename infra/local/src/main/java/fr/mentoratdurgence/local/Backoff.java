package fr.mentoratdurgence.local;

import fr.mentoratdurgence.cli.PartInstance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How long to wait before a part that fell is started again: twice as long each time, until it has stayed up for a while.
 * After {@value #LIMIT} falls in a row somebody has to look.
 */
final class Backoff {
    static final int LIMIT = 8;

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration STEADY = Duration.ofMinutes(3);

    private final Clock clock;
    private final Map<PartInstance, Fall> last = new HashMap<>();

    /** @param count how many there were in a row */
    record Fall(Instant at, int count) {
        boolean last() {
            return count >= LIMIT;
        }

        /** Whether it had stayed up for a while before. */
        boolean upAgainBy(Instant now) {
            return !now.isBefore(at.plus(pause()).plus(STEADY));
        }

        Duration pause() {
            Duration doubled = FIRST.multipliedBy(1L << (count - 1));
            return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        }
    }

    Backoff(Clock clock) {
        this.clock = clock;
    }

    synchronized Fall after(PartInstance part) {
        Instant now = clock.instant();
        Fall before = last.get(part);
        int count = before == null || before.upAgainBy(now) ? 1 : before.count() + 1;
        Fall fall = new Fall(now, count);
        last.put(part, fall);
        return fall;
    }

    /** Somebody asked for the part: what was before counts no more. */
    synchronized void forget(PartInstance part) {
        last.remove(part);
    }
}
