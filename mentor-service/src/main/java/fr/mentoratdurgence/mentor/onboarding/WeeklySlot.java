package fr.mentoratdurgence.mentor.onboarding;

import java.time.DayOfWeek;

/**
 * A time of the week that suits (FR: créneau).
 *
 * @param startMinute minutes from midnight, Europe/Paris
 * @param endMinute   minutes from midnight, after the start
 */
public record WeeklySlot(DayOfWeek day, int startMinute, int endMinute) {
    /** A session lasts an hour: in less, nobody can be matched. */
    public static final int MIN_MINUTES = 60;

    /** Whether a session fits in. */
    public boolean lastsLongEnough() {
        return endMinute - startMinute >= MIN_MINUTES;
    }
}
