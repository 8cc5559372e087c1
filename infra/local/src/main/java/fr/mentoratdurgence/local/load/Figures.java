package fr.mentoratdurgence.local.load;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What came of many calls: how long each took, in nanoseconds, and how many failed and how. */
public final class Figures {
    private long[] times = new long[1024];
    private int count;
    private boolean sorted;
    private final Map<String, Long> failures = new TreeMap<>();

    /** One more was answered as it should be. */
    public synchronized void answered(long nanos) {
        if (count == times.length) {
            times = Arrays.copyOf(times, count * 2);
        }
        times[count++] = nanos;
        sorted = false;
    }

    /** One more was not; the word is of few: a status, the kind of an exception. */
    public synchronized void failed(String why) {
        failures.merge(why, 1L, Long::sum);
    }

    /** All of the other are added. */
    public void add(Figures other) {
        long[] more;
        Map<String, Long> failed;
        synchronized (other) {
            more = Arrays.copyOf(other.times, other.count);
            failed = new TreeMap<>(other.failures);
        }
        synchronized (this) {
            for (long time : more) {
                answered(time);
            }
            failed.forEach((why, number) -> failures.merge(why, number, Long::sum));
        }
    }

    /** How many were answered. */
    public synchronized int answered() {
        return count;
    }

    /** How many were not. */
    public synchronized long failed() {
        return failures.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many failed, by what they failed at. */
    public synchronized Map<String, Long> failures() {
        return new TreeMap<>(failures);
    }

    /**
     * In so many milliseconds that share was answered; zero of nothing.
     *
     * @param percent 50 for the median, 100 for the slowest
     */
    public synchronized double millis(double percent) {
        if (count == 0) {
            return 0;
        }
        if (!sorted) {
            Arrays.sort(times, 0, count);
            sorted = true;
        }
        int rank = (int) Math.ceil(count * percent / 100);
        return times[Math.clamp(rank - 1L, 0, count - 1)] / 1e6;
    }

    /** Three columns of a table: p50, p95 and p99 in milliseconds. */
    public String cells() {
        return String.format(Locale.ROOT, "%.1f | %.1f | %.1f", millis(50), millis(95), millis(99));
    }
}
