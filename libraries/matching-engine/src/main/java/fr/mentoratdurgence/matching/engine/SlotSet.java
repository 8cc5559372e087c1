package fr.mentoratdurgence.matching.engine;

import fr.mentoratdurgence.contracts.vocabulary.WeeklySlot;
import java.util.Arrays;
import java.util.List;

/** Times of the week; slots that touch are one stretch. None = any time. */
final class SlotSet {
    private static final int MINUTES_PER_HOUR = 60;
    private static final int MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR;
    private static final int MINUTES_PER_WEEK = 7 * MINUTES_PER_DAY;
    static final int HOURS_PER_WEEK = 7 * 24;
    static final SlotSet ANY_TIME = new SlotSet(new int[0]);

    /** Start and end of each stretch, in minutes of the week. */
    private final int[] times;

    /** Hours of the week that are touched, as bits; all bits where any time is good, also those of no hour. */
    private final long early;

    private final long middle;
    private final long late;
    private final boolean wholeHours;

    private SlotSet(int[] times) {
        this.times = times;
        long[] hours = new long[3];
        boolean whole = true;
        if (times.length == 0) {
            Arrays.fill(hours, -1);
        }
        for (int time : times) {
            whole &= time % MINUTES_PER_HOUR == 0;
        }
        wholeHours = whole;
        for (int k = 0; k < times.length; k += 2) {
            for (int hour = times[k] / MINUTES_PER_HOUR; hour * MINUTES_PER_HOUR < times[k + 1]; hour++) {
                hours[hour / Long.SIZE] |= 1L << (hour % Long.SIZE);
            }
        }
        early = hours[0];
        middle = hours[1];
        late = hours[2];
    }

    long early() {
        return early;
    }

    long middle() {
        return middle;
    }

    /** Below 0 where any time is good. */
    long late() {
        return late;
    }

    /** Whether the bits of the hours say all. */
    boolean wholeHours() {
        return wholeHours;
    }

    static SlotSet of(List<WeeklySlot> slots) {
        long[] ordered = new long[slots.size()];
        for (int k = 0; k < ordered.length; k++) {
            WeeklySlot slot = slots.get(k);
            int day = (slot.day().getValue() - 1) * MINUTES_PER_DAY;
            int end = day + Math.min(MINUTES_PER_DAY, slot.endMinute());
            ordered[k] = (long) (day + slot.startMinute()) << Integer.SIZE | end;
        }
        Arrays.sort(ordered);
        int[] times = new int[2 * ordered.length];
        int size = 0;
        for (long slot : ordered) {
            int start = (int) (slot >> Integer.SIZE);
            int end = (int) slot;
            if (size > 0 && start <= times[size - 1]) {
                times[size - 1] = Math.max(times[size - 1], end);
            } else if (start < end) {
                times[size++] = start;
                times[size++] = end;
            }
        }
        return size == 0 ? ANY_TIME : new SlotSet(Arrays.copyOf(times, size));
    }

    /** Common time of the week, in stretches that are long enough. */
    int commonMinutes(SlotSet other, int shortest) {
        if (times.length == 0 || other.times.length == 0) {
            return MINUTES_PER_WEEK;
        }
        if (((early & other.early) | (middle & other.middle) | (late & other.late)) == 0) {
            return 0;
        }
        int sum = 0;
        int a = 0;
        int b = 0;
        while (a < times.length && b < other.times.length) {
            int common = Math.min(times[a + 1], other.times[b + 1]) - Math.max(times[a], other.times[b]);
            if (common >= shortest && common > 0) {
                sum += common;
            }
            if (times[a + 1] < other.times[b + 1]) {
                a += 2;
            } else {
                b += 2;
            }
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SlotSet set && Arrays.equals(times, set.times);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(times);
    }
}
