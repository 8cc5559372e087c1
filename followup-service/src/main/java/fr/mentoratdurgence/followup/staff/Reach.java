package fr.mentoratdurgence.followup.staff;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How and when somebody of the team is reached.
 *
 * @param line        direct line in E.164; empty where there is none
 * @param days        on which days; empty = not said
 * @param fromMinute  from when on these days, in minutes from midnight
 * @param untilMinute until when
 */
record Reach(
        String line,
        List<DayOfWeek> days,
        int fromMinute,
        int untilMinute,
        @Nullable Absence absence) {

    /**
     * When the person is away.
     *
     * @param standIn account of who answers meanwhile; empty = nobody is named
     */
    record Absence(LocalDate from, LocalDate until, String standIn) {
        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    /** Says nothing: a telephone must not enter a log by accident. */
    @Override
    public String toString() {
        return "Reach[***]";
    }
}
