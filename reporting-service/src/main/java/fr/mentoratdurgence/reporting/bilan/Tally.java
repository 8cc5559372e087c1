package fr.mentoratdurgence.reporting.bilan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts by key. */
final class Tally {
    private final Map<String, Long> counts = new TreeMap<>();
    private long total;

    void add(String key) {
        add(key, 1);
    }

    void add(String key, long count) {
        if (count != 0) {
            counts.merge(key, count, Long::sum);
            total += count;
        }
    }

    long total() {
        return total;
    }

    Figure figure(Indicator indicator, Axis axis) {
        return new Figure(indicator, BigDecimal.valueOf(total), List.of(breakdown(axis)));
    }

    Figure.Breakdown breakdown(Axis axis) {
        List<Figure.Part> parts = counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(axis.readingOrder()))
                .map(entry -> new Figure.Part(entry.getKey(), BigDecimal.valueOf(entry.getValue())))
                .toList();
        return new Figure.Breakdown(axis, parts);
    }
}
