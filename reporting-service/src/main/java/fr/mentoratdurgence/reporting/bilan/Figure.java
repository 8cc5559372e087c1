package fr.mentoratdurgence.reporting.bilan;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The value of an indicator.
 *
 * @param value rounded as the indicator says; null where there is nothing to measure, such as the median of no pair
 */
public record Figure(Indicator indicator, @Nullable BigDecimal value, List<Breakdown> breakdowns) {

    /** The same figure, seen along one axis; parts in reading order. */
    public record Breakdown(Axis axis, List<Part> parts) {}

    /** One row of a breakdown. */
    public record Part(String key, BigDecimal value) {}
}
