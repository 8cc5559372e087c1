package fr.mentoratdurgence.followup.attestations;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a mentor gave so far, over all pairs.
 *
 * @param firstOn day of the first session; null before there was one
 * @param lastOn  day of the last one
 */
record Given(
        int pairs,
        int sessions,
        int minutes,
        @Nullable LocalDate firstOn,
        @Nullable LocalDate lastOn) {
    private static final int HOUR = 60;

    /** Whole hours; what is begun and not full is told in minutes. */
    public int hours() {
        return minutes / HOUR;
    }

    public int minutesBeyond() {
        return minutes % HOUR;
    }
}
