package fr.mentoratdurgence.reporting.bilan;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The value of an indicator.
 *
 * @param value rounded as the indicator says; null where there is nothing to measure, such as the median of no pair,
 *     and in a published bilan where it is kept secret
 */
public record Figure(Indicator indicator, @Nullable BigDecimal value, List<Breakdown> breakdowns) {

    /** The same figure, seen along one axis; parts in reading order. */
    public record Breakdown(Axis axis, List<Part> parts) {}

    /** One row of a breakdown. */
    public record Part(String key, BigDecimal value) {}

    private static final int MOST_DIGITS = 18;

    /** Whether a number may stand in a bilan: one that is longer would only cost time and room. */
    public static boolean isShort(BigDecimal number) {
        return number.precision() <= MOST_DIGITS && Math.abs(number.scale()) <= MOST_DIGITS;
    }

    /** The rows along an axis; none where the figure is not broken down by it. */
    public List<Part> parts(Axis axis) {
        return breakdowns.stream()
                .filter(breakdown -> breakdown.axis() == axis)
                .findFirst()
                .map(Breakdown::parts)
                .orElse(List.of());
    }

    /** The value of a row, if there is one. */
    public @Nullable BigDecimal part(Axis axis, String key) {
        return parts(axis).stream()
                .filter(part -> part.key().equals(key))
                .findFirst()
                .map(Part::value)
                .orElse(null);
    }
}
