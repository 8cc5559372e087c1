package fr.mentoratdurgence.contracts.vocabulary;

import java.time.DayOfWeek;

/**
 * A time of each week (FR: créneau), Europe/Paris.
 *
 * @param startMinute minutes from midnight
 * @param endMinute   minutes from midnight, after the start
 */
public record WeeklySlot(DayOfWeek day, int startMinute, int endMinute) {
    /** A session lasts an hour: in less, nobody can be matched. */
    public static final int MIN_MINUTES = 60;

    private static final int MIDNIGHT = 24 * 60;

    /** Whether it lies within one day and lasts at least {@link #MIN_MINUTES}. */
    public boolean lastsLongEnough() {
        return startMinute >= 0 && endMinute <= MIDNIGHT && endMinute - startMinute >= MIN_MINUTES;
    }

    /** Minutes that both slots have in common. */
    public int commonMinutes(WeeklySlot other) {
        return day == other.day
                ? Math.max(0, Math.min(endMinute, other.endMinute) - Math.max(startMinute, other.startMinute))
                : 0;
    }
}
