package fr.mentoratdurgence.matching.profile;

import java.time.DayOfWeek;

/**
 * A weekly slot (FR: créneau), Europe/Paris.
 *
 * @param startMinute minutes from midnight
 * @param endMinute   minutes from midnight, after the start
 */
public record WeeklySlot(DayOfWeek day, int startMinute, int endMinute) {

    /** Minutes that both slots have in common. */
    public int commonMinutes(WeeklySlot other) {
        return day == other.day
                ? Math.max(0, Math.min(endMinute, other.endMinute) - Math.max(startMinute, other.startMinute))
                : 0;
    }
}
