package fr.mentoratdurgence.mentor.onboarding;

import java.time.DayOfWeek;

/**
 * A time of the week that suits (FR: créneau).
 *
 * @param startMinute minutes from midnight, Europe/Paris
 * @param endMinute   minutes from midnight, after the start
 */
public record WeeklySlot(DayOfWeek day, int startMinute, int endMinute) {}
