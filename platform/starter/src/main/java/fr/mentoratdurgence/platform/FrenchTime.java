package fr.mentoratdurgence.platform;

import fr.mentoratdurgence.platform.settings.OperationZone;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Days and hours as French writes them, the same on all pages: « mardi 1er décembre », « 14 h », « 14 h 30 ». Instants are
 * told in the time of Paris. Templates know it as {@code @frenchTime}.
 */
public final class FrenchTime {
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE ", Locale.FRENCH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern(" MMMM", Locale.FRENCH);
    private static final int HOUR_MINUTES = 60;

    /** « 1er décembre ». */
    public String dayOfMonth(LocalDate day) {
        return (day.getDayOfMonth() == 1 ? "1er" : day.getDayOfMonth()) + MONTH.format(day);
    }

    /** « 1er décembre 2020 ». */
    public String day(LocalDate day) {
        return dayOfMonth(day) + " " + day.getYear();
    }

    /** « mardi 1er décembre ». */
    public String weekday(LocalDate day) {
        return WEEKDAY.format(day) + dayOfMonth(day);
    }

    /** « mardi 1er décembre à 14 h 30 ». */
    public String moment(Instant instant) {
        return moment(instant, OperationZone.PARIS);
    }

    /** The same, by another clock. */
    public String moment(Instant instant, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
        return weekday(local.toLocalDate()) + " à " + hour(local.getHour() * HOUR_MINUTES + local.getMinute());
    }

    /** « 1er décembre 2020 à 14 h 30 ». */
    public String instant(Instant instant) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, OperationZone.PARIS);
        return day(local.toLocalDate()) + " à " + hour(local.getHour() * HOUR_MINUTES + local.getMinute());
    }

    /**
     * A time of every week: « mercredi de 14 h à 16 h 30 ».
     *
     * @param startMinute minutes from midnight
     * @param endMinute minutes from midnight
     */
    public String slot(DayOfWeek day, int startMinute, int endMinute) {
        return WEEKDAY.format(day) + "de " + hour(startMinute) + " à " + hour(endMinute);
    }

    /**
     * « 14 h », « 14 h 05 », in one line.
     *
     * @param minute minutes from midnight
     */
    public String hour(int minute) {
        int past = minute % HOUR_MINUTES;
        return minute / HOUR_MINUTES + "\u00a0h" + (past == 0 ? "" : "\u00a0%02d".formatted(past));
    }
}
