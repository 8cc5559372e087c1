package fr.mentoratdurgence.contracts.vocabulary;

import java.time.LocalDate;
import java.time.MonthDay;

/** When a year of school ends, for all that goes on week after week. */
public final class SchoolYear {
    /** After it, no school in any zone. */
    private static final MonthDay ENDS = MonthDay.of(7, 10);

    private SchoolYear() {}

    /** The last day of the year of school in which that day is, or which follows it. */
    public static LocalDate lastDay(LocalDate day) {
        LocalDate thatYear = ENDS.atYear(day.getYear());
        return day.isAfter(thatYear) ? thatYear.plusYears(1) : thatYear;
    }
}
