package fr.mentoratdurgence.reporting.bilan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Somebody who reads all that is published, adds and subtracts. He or she knows that parts add up to their whole, that a
 * step of the funnel is never larger than the one before, that some figures never fall, and guesses which counts are
 * left out because they are small: more than a reader knows.
 */
final class Attacker {
    private static final long ANYTHING = 1_000_000_000L;

    private record Sum(String whole, List<String> parts) {}

    private record AtMost(String smaller, String larger) {}

    private final Map<String, long[]> bounds = new LinkedHashMap<>();
    private final List<Sum> sums = new ArrayList<>();
    private final List<AtMost> order = new ArrayList<>();

    void knows(String cell, long low, long high) {
        long[] known = bounds.computeIfAbsent(cell, _ -> new long[] {0, ANYTHING});
        known[0] = Math.max(known[0], low);
        known[1] = Math.min(known[1], high);
    }

    void addsUp(String whole, List<String> parts) {
        sums.add(new Sum(whole, parts));
    }

    void isAtMost(String smaller, String larger) {
        order.add(new AtMost(smaller, larger));
    }

    /** What follows: each cell with its only possible value. */
    Map<String, Long> conclude() {
        boolean more = true;
        while (more) {
            more = false;
            for (AtMost pair : order) {
                long[] smaller = of(pair.smaller);
                long[] larger = of(pair.larger);
                more |= narrow(smaller, 0, larger[1]);
                more |= narrow(larger, smaller[0], ANYTHING);
            }
            for (Sum sum : sums) {
                more |= narrow(sum);
            }
        }
        Map<String, Long> concluded = new TreeMap<>();
        bounds.forEach((cell, known) -> {
            if (known[0] == known[1]) {
                concluded.put(cell, known[0]);
            }
            if (known[0] > known[1]) {
                throw new AssertionError("a reader is told what cannot be: " + cell);
            }
        });
        return concluded;
    }

    private boolean narrow(Sum sum) {
        boolean more = false;
        long low = 0;
        long high = 0;
        for (String part : sum.parts) {
            low += of(part)[0];
            high += of(part)[1];
        }
        long[] whole = of(sum.whole);
        more |= narrow(whole, low, high);
        for (String part : sum.parts) {
            long[] known = of(part);
            long othersLow = low - known[0];
            long othersHigh = high - known[1];
            boolean narrower = narrow(known, whole[0] - othersHigh, whole[1] - othersLow);
            if (narrower) {
                low = othersLow + known[0];
                high = othersHigh + known[1];
                more = true;
            }
        }
        return more;
    }

    private long[] of(String cell) {
        return bounds.computeIfAbsent(cell, _ -> new long[] {0, ANYTHING});
    }

    private static boolean narrow(long[] known, long low, long high) {
        boolean narrower = low > known[0] || high < known[1];
        known[0] = Math.max(known[0], low);
        known[1] = Math.min(known[1], high);
        return narrower;
    }
}
