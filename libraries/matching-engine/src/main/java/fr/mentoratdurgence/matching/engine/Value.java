package fr.mentoratdurgence.matching.engine;

import java.util.Comparator;

/**
 * What a plan is worth. A later level only counts where all earlier ones are equal.
 *
 * @param floors   seats that count toward the floor of their audience
 * @param coverage served seats, weighted by audience and wait
 * @param fit      points of all pairs
 * @param kept     open proposals that stay as they are
 */
public record Value(long floors, long coverage, long fit, long kept) implements Comparable<Value> {
    private static final Comparator<Value> ORDER = Comparator.comparingLong(Value::floors)
            .thenComparingLong(Value::coverage)
            .thenComparingLong(Value::fit)
            .thenComparingLong(Value::kept);

    @Override
    public int compareTo(Value other) {
        return ORDER.compare(this, other);
    }
}
