package fr.mentoratdurgence.platform;

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
import org.jspecify.annotations.Nullable;

/**
 * Something that a person puts into a calendar (RFC 5545), as those of telephones, Outlook and Google take it: lines of at
 * most 75 octets that end with CR LF, times in a zone that the file itself explains, the same UID for ever and a higher
 * SEQUENCE with each change. It names nobody: only what it is, and the page that says the rest.
 *
 * @param about    id of what it is about, the same for ever
 * @param version  grows with each change
 * @param start    of the first one, in its zone
 * @param minutes  how long
 * @param lastOn   each week until that day, this one included; null = that once
 * @param without  days on which it is not, of those of each week
 * @param summary  what it is called in a calendar
 * @param page     where the rest stands
 */
public record CalendarEvent(
        String about,
        long version,
        LocalDateTime start,
        ZoneId zone,
        int minutes,
        @Nullable LocalDate lastOn,
        List<LocalDate> without,
        String summary,
        URI page) {
    /** What a file of this kind is, for who reads it. */
    public static final String TYPE = "text/calendar;charset=UTF-8;method=PUBLISH";

    /** What a file of this kind is called. */
    public static final String NAME = "mentorat.ics";

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);
    private static final int LONGEST_LINE = 75;
    private static final int EPOCH_YEAR = 1970;
    private static final int WEEK = 7;

    /**
     * The file.
     *
     * @param now when it is written
     */
    public String file(Instant now) {
        List<String> lines = new ArrayList<>();
        lines.add("BEGIN:VCALENDAR");
        lines.add("VERSION:2.0");
        lines.add("PRODID:-//Mentorat d'urgence//Seances//FR");
        lines.add("CALSCALE:GREGORIAN");
        lines.add("METHOD:PUBLISH");
        explainZone(lines);
        event(lines, now);
        lines.add("END:VCALENDAR");
        StringBuilder file = new StringBuilder();
        lines.forEach(line -> fold(line, file));
        return file.toString();
    }

    private void event(List<String> lines, Instant now) {
        lines.add("BEGIN:VEVENT");
        lines.add("UID:" + about + "@" + page.getHost());
        lines.add("DTSTAMP:" + UTC.format(now.atOffset(ZoneOffset.UTC)));
        lines.add("SEQUENCE:" + version);
        lines.add("DTSTART" + at(start));
        lines.add("DTEND" + at(start.plusMinutes(minutes)));
        if (lastOn != null) {
            // where DTSTART has a zone, the end of the rule is in UTC
            lines.add("RRULE:FREQ=WEEKLY;UNTIL="
                    + UTC.format(lastOn.atTime(LocalTime.MAX).atZone(zone).withZoneSameInstant(ZoneOffset.UTC)));
            without.forEach(day -> lines.add("EXDATE" + at(day.atTime(start.toLocalTime()))));
        }
        lines.add("SUMMARY:" + text(summary));
        lines.add("DESCRIPTION:" + text(page.toString()));
        lines.add("URL:" + page);
        lines.add("STATUS:CONFIRMED");
        lines.add("TRANSP:OPAQUE");
        lines.add("BEGIN:VALARM");
        lines.add("ACTION:DISPLAY");
        lines.add("DESCRIPTION:" + text(summary));
        lines.add("TRIGGER;RELATED=START:-P1D");
        lines.add("END:VALARM");
        lines.add("END:VEVENT");
    }

    private String at(LocalDateTime local) {
        return ";TZID=" + zone + ":" + LOCAL.format(local);
    }

    /** Outlook believes no name of a zone that the file does not explain. */
    private void explainZone(List<String> lines) {
        lines.add("BEGIN:VTIMEZONE");
        lines.add("TZID:" + zone);
        List<ZoneOffsetTransitionRule> rules = zone.getRules().getTransitionRules();
        if (rules.isEmpty()) {
            String always = offset(zone.getRules().getStandardOffset(Instant.EPOCH.plusSeconds(Integer.MAX_VALUE)));
            lines.add("BEGIN:STANDARD");
            lines.add("DTSTART:19700101T000000");
            lines.add("TZOFFSETFROM:" + always);
            lines.add("TZOFFSETTO:" + always);
            lines.add("END:STANDARD");
        }
        rules.forEach(rule -> explain(rule, lines));
        lines.add("END:VTIMEZONE");
    }

    private static void explain(ZoneOffsetTransitionRule rule, List<String> lines) {
        ZoneOffsetTransition change = rule.createTransition(EPOCH_YEAR);
        String season = rule.getOffsetAfter().equals(rule.getStandardOffset()) ? "STANDARD" : "DAYLIGHT";
        lines.add("BEGIN:" + season);
        lines.add("DTSTART:" + LOCAL.format(change.getDateTimeBefore()));
        lines.add("RRULE:FREQ=YEARLY;BYMONTH=" + rule.getMonth().getValue() + ";BYDAY=" + nth(rule));
        lines.add("TZOFFSETFROM:" + offset(rule.getOffsetBefore()));
        lines.add("TZOFFSETTO:" + offset(rule.getOffsetAfter()));
        lines.add("END:" + season);
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
    private static void fold(String whole, StringBuilder file) {
        int octets = 0;
        for (int at = 0; at < whole.length(); ) {
            int sign = whole.codePointAt(at);
            String shown = Character.toString(sign);
            int wide = shown.getBytes(UTF_8).length;
            if (octets + wide > LONGEST_LINE) {
                file.append("\r\n ");
                octets = 1;
            }
            file.append(shown);
            octets += wide;
            at += Character.charCount(sign);
        }
        file.append("\r\n");
    }
}
