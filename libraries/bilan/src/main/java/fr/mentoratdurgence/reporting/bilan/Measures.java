package fr.mentoratdurgence.reporting.bilan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The few calculations that are more than counting; all in exact decimals, never in floating point. */
final class Measures {
    private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);

    private Measures() {}

    static Figure count(Indicator indicator, long count) {
        return new Figure(indicator, BigDecimal.valueOf(count), List.of());
    }

    static Figure hours(Indicator indicator, long minutes) {
        BigDecimal hours =
                BigDecimal.valueOf(minutes).divide(MINUTES_PER_HOUR, indicator.decimals(), RoundingMode.HALF_UP);
        return new Figure(indicator, hours, List.of());
    }

    /** The middle value; between two middle values, their mean. */
    static @Nullable BigDecimal median(LongStream values, int decimals) {
        long[] sorted = values.sorted().toArray();
        if (sorted.length == 0) {
            return null;
        }
        long below = sorted[(sorted.length - 1) / 2];
        long above = sorted[sorted.length / 2];
        return BigDecimal.valueOf(below)
                .add(BigDecimal.valueOf(above))
                .divide(BigDecimal.TWO, decimals, RoundingMode.HALF_UP);
    }
}
