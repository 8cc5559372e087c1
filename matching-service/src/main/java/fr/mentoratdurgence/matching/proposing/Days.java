package fr.mentoratdurgence.matching.proposing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How long somebody waits. */
public final class Days {
    private Days() {}

    /** Whole days from then until today; 0 where it is not known or still to come. */
    public static int since(@Nullable LocalDate then, LocalDate today) {
        return then == null ? 0 : (int) Math.max(0, ChronoUnit.DAYS.between(then, today));
    }
}
