package fr.mentoratdurgence.contracts.vocabulary;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Map;
import java.util.Set;

/**
 * Working days: Monday to Friday without the public holidays of the département (code du travail, L3133-1; L3134-13 for
 * Bas-Rhin, Haut-Rhin and Moselle; L3422-2 for the abolition of slavery overseas). Bridges and school holidays count as
 * working days.
 */
public final class WorkingDays {
    private static final Set<MonthDay> EVERYWHERE = Set.of(
            MonthDay.of(Month.JANUARY, 1),
            MonthDay.of(Month.MAY, 1),
            MonthDay.of(Month.MAY, 8),
            MonthDay.of(Month.JULY, 14),
            MonthDay.of(Month.AUGUST, 15),
            MonthDay.of(Month.NOVEMBER, 1),
            MonthDay.of(Month.NOVEMBER, 11),
            MonthDay.of(Month.DECEMBER, 25));

    /** Easter Monday, Ascension, Whit Monday: days after Easter. */
    private static final Set<Integer> AFTER_EASTER = Set.of(1, 39, 50);

    private static final Set<String> ALSACE_MOSELLE = Set.of("57", "67", "68");
    private static final int GOOD_FRIDAY = -2;
    private static final MonthDay SAINT_STEPHEN = MonthDay.of(Month.DECEMBER, 26);

    /** The end of slavery, or what else a territory overseas remembers. */
    private static final Map<String, Set<MonthDay>> OWN = Map.of(
            "971", Set.of(MonthDay.of(Month.MAY, 27)),
            "972", Set.of(MonthDay.of(Month.MAY, 22)),
            "973", Set.of(MonthDay.of(Month.JUNE, 10)),
            "974", Set.of(MonthDay.of(Month.DECEMBER, 20)),
            "976", Set.of(MonthDay.of(Month.APRIL, 27)),
            "977", Set.of(MonthDay.of(Month.OCTOBER, 9)),
            "978", Set.of(MonthDay.of(Month.MAY, 28)),
            "986", Set.of(MonthDay.of(Month.APRIL, 28), MonthDay.of(Month.JULY, 29)),
            "987", Set.of(MonthDay.of(Month.MARCH, 5), MonthDay.of(Month.JUNE, 29)),
            "988", Set.of(MonthDay.of(Month.SEPTEMBER, 24)));

    private WorkingDays() {}

    /** The day that comes so many working days after this one, which itself does not count. */
    public static LocalDate after(LocalDate day, int workingDays, String departement) {
        LocalDate reached = day;
        for (int left = workingDays; left > 0; ) {
            reached = reached.plusDays(1);
            if (isWorkingDay(reached, departement)) {
                left--;
            }
        }
        return reached;
    }

    /** Whether people work on this day in this département. */
    public static boolean isWorkingDay(LocalDate day, String departement) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && !isHoliday(day, departement);
    }

    private static boolean isHoliday(LocalDate day, String departement) {
        MonthDay date = MonthDay.from(day);
        int sinceEaster =
                Math.toIntExact(day.toEpochDay() - easter(day.getYear()).toEpochDay());
        boolean local =
                ALSACE_MOSELLE.contains(departement) && (sinceEaster == GOOD_FRIDAY || date.equals(SAINT_STEPHEN));
        return EVERYWHERE.contains(date)
                || AFTER_EASTER.contains(sinceEaster)
                || local
                || OWN.getOrDefault(departement, Set.of()).contains(date);
    }

    /** Easter Sunday of the Gregorian calendar, by the anonymous algorithm of Nature (1876). */
    private static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int sum = h + l - 7 * m + 114;
        return LocalDate.of(year, sum / 31, sum % 31 + 1);
    }
}
