package fr.mentoratdurgence.needs.intake;

import java.time.DayOfWeek;

/**
 * FR: créneau hebdomadaire.
 *
 * @param startMinute minutes from midnight, Europe/Paris
 * @param endMinute minutes from midnight, Europe/Paris
 */
public record WeeklySlot(DayOfWeek day, int startMinute, int endMinute) {
    /** A session lasts an hour: in less, nobody can be matched. */
    public static final int MIN_MINUTES = 60;

    private static final int MIDNIGHT = 24 * 60;

    /** Whether it lies within one day and lasts at least {@link #MIN_MINUTES}. */
    public boolean lastsLongEnough() {
        return startMinute >= 0 && endMinute <= MIDNIGHT && endMinute - startMinute >= MIN_MINUTES;
    }
}
