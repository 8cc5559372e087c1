package fr.mentoratdurgence.platform.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How long what a click did may be undone by another one: for {@link #WITHIN}, by a later fact, as long as nobody has
 * built on it. The page offers it beside what it says was done ({@code ui/forms :: toldOrUndo}); afterwards it is
 * mended with a reason, where the service knows how.
 */
public final class Undo {
    /** Ten minutes. */
    public static final Duration WITHIN = Duration.ofMinutes(10);

    private Undo() {}

    /** Whether what was recorded then may still be undone. */
    public static boolean isOpen(Instant recordedAt, Clock clock) {
        return clock.instant().isBefore(recordedAt.plus(WITHIN));
    }
}
