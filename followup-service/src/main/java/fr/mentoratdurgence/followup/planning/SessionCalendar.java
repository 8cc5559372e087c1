package fr.mentoratdurgence.followup.planning;

import fr.mentoratdurgence.platform.CalendarEvent;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Predicate;

/** The calendar file of a plan; the letter that announces a session brings the same event. */
final class SessionCalendar {
    private SessionCalendar() {}

    /**
     * Writes the file.
     *
     * @param zone    in which the plan's hours are
     * @param summary what it is called in a calendar
     * @param page    where the rest stands
     * @param rests   days on which the pair does not meet
     * @param now     when the file was written
     */
    static String of(SessionPlan plan, ZoneId zone, String summary, URI page, Predicate<LocalDate> rests, Instant now) {
        return new CalendarEvent(
                        plan.pair(),
                        plan.version(),
                        plan.firstOn().atTime(LocalTime.ofSecondOfDay(plan.startMinute() * 60L)),
                        zone,
                        plan.minutes(),
                        plan.weekly() ? plan.lastOn() : null,
                        plan.days().stream().filter(rests).toList(),
                        summary,
                        page)
                .file(now);
    }
}
