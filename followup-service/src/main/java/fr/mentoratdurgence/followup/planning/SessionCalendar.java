package fr.mentoratdurgence.followup.planning;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * The calendar file of a plan (RFC 5545), as calendars of telephones, Outlook and Google take it: lines of at most 75 octets
 * that end with CR LF, times in a zone that the file itself explains, the same UID for ever and a higher SEQUENCE with each
 * change. It names nobody: only that there is a session of mentoring, and the page that says the rest.
 */
final class SessionCalendar {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);
    private static final int LONGEST_LINE = 75;
    private static final int EPOCH_YEAR = 1970;
    private static final int WEEK = 7;

    private final ZoneId zone;
    private final List<String> lines = new ArrayList<>();

    private SessionCalendar(ZoneId zone) {
        this.zone = zone;
    }

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
        SessionCalendar file = new SessionCalendar(zone);
        file.line("BEGIN:VCALENDAR");
        file.line("VERSION:2.0");
        file.line("PRODID:-//Mentorat d'urgence//Seances//FR");
        file.line("CALSCALE:GREGORIAN");
        file.line("METHOD:PUBLISH");
        file.explainZone();
        file.event(plan, summary, page, rests, now);
        file.line("END:VCALENDAR");
        return String.join("", file.lines);
    }

    private void event(SessionPlan plan, String summary, URI page, Predicate<LocalDate> rests, Instant now) {
        LocalDateTime start = at(plan, plan.firstOn());
        line("BEGIN:VEVENT");
        line("UID:" + plan.pair() + "@" + page.getHost());
        line("DTSTAMP:" + UTC.format(now.atOffset(ZoneOffset.UTC)));
        line("SEQUENCE:" + plan.version());
        line("DTSTART;TZID=" + zone + ":" + LOCAL.format(start));
        line("DTEND;TZID=" + zone + ":" + LOCAL.format(start.plusMinutes(plan.minutes())));
        if (plan.weekly()) {
            // where DTSTART has a zone, the end of the rule is in UTC
            line("RRULE:FREQ=WEEKLY;UNTIL="
                    + UTC.format(at(plan, plan.lastOn())
                            .with(LocalTime.MAX)
                            .atZone(zone)
                            .withZoneSameInstant(ZoneOffset.UTC)));
            plan.days().stream()
                    .filter(rests)
                    .forEach(day -> line("EXDATE;TZID=" + zone + ":" + LOCAL.format(at(plan, day))));
        }
        line("SUMMARY:" + text(summary));
        line("DESCRIPTION:" + text(page.toString()));
        line("URL:" + page);
        line("STATUS:CONFIRMED");
        line("TRANSP:OPAQUE");
        line("BEGIN:VALARM");
        line("ACTION:DISPLAY");
        line("DESCRIPTION:" + text(summary));
        line("TRIGGER;RELATED=START:-P1D");
        line("END:VALARM");
        line("END:VEVENT");
    }

    private static LocalDateTime at(SessionPlan plan, LocalDate day) {
        return day.atTime(LocalTime.ofSecondOfDay(plan.startMinute() * 60L));
    }

    /** Outlook believes no name of a zone that the file does not explain. */
    private void explainZone() {
        line("BEGIN:VTIMEZONE");
        line("TZID:" + zone);
        List<ZoneOffsetTransitionRule> rules = zone.getRules().getTransitionRules();
        if (rules.isEmpty()) {
            String always = offset(zone.getRules().getStandardOffset(Instant.EPOCH.plusSeconds(Integer.MAX_VALUE)));
            line("BEGIN:STANDARD");
            line("DTSTART:19700101T000000");
            line("TZOFFSETFROM:" + always);
            line("TZOFFSETTO:" + always);
            line("END:STANDARD");
        }
        rules.forEach(this::explain);
        line("END:VTIMEZONE");
    }

    private void explain(ZoneOffsetTransitionRule rule) {
        ZoneOffsetTransition change = rule.createTransition(EPOCH_YEAR);
        String season = rule.getOffsetAfter().equals(rule.getStandardOffset()) ? "STANDARD" : "DAYLIGHT";
        line("BEGIN:" + season);
        line("DTSTART:" + LOCAL.format(change.getDateTimeBefore()));
        line("RRULE:FREQ=YEARLY;BYMONTH=" + rule.getMonth().getValue() + ";BYDAY=" + nth(rule));
        line("TZOFFSETFROM:" + offset(rule.getOffsetBefore()));
        line("TZOFFSETTO:" + offset(rule.getOffsetAfter()));
        line("END:" + season);
    }

    /** {@code -1SU}, the last one; {@code 2SU}, the second. */
    private static String nth(ZoneOffsetTransitionRule rule) {
        DayOfWeek day = rule.getDayOfWeek();
        if (day == null) {
            throw new IllegalStateException("a zone that changes on a day of the month");
        }
        int from = rule.getDayOfMonthIndicator();
        boolean last = from < 0 || from > rule.getMonth().minLength() - WEEK;
        return (last ? -1 : (from - 1) / WEEK + 1) + day.name().substring(0, 2);
    }

    /** {@code +0100}: with a sign and without colons. */
    private static String offset(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC) ? "+0000" : offset.getId().replace(":", "");
    }

    private static String text(String typed) {
        return typed.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    /** Folds where it must be: at octets, never within a sign; what goes on begins with a space. */
    private void line(String whole) {
        StringBuilder folded = new StringBuilder();
        int octets = 0;
        for (int at = 0; at < whole.length(); ) {
            int sign = whole.codePointAt(at);
            String shown = Character.toString(sign);
            int wide = shown.getBytes(UTF_8).length;
            if (octets + wide > LONGEST_LINE) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.append(shown);
            octets += wide;
            at += Character.charCount(sign);
        }
        lines.add(folded.append("\r\n").toString());
    }
}
