package fr.mentoratdurgence.followup.planning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.ParseWarning;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import fr.mentoratdurgence.contracts.vocabulary.Departements;
import fr.mentoratdurgence.contracts.vocabulary.Departements.Departement;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What calendars read in the file: asked of a reader that is none of ours. */
class SessionCalendarTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final URI PAGE =
            URI.create("https://mentorat.example/suivi/binomes/pair-00000000-0000-4000-8000-000000000005");
    private static final Instant NOW = Instant.parse("2020-03-02T09:00:00Z");
    private static final SessionPlan TUESDAYS = new SessionPlan("pair-1", 3, true, LocalDate.of(2020, 3, 10), 1050, 60);

    private static String file(SessionPlan plan, ZoneId zone, Predicate<LocalDate> rests) {
        return SessionCalendar.of(plan, zone, "Séance de mentorat, à distance ; « été »", PAGE, rests, NOW);
    }

    @Test
    void each_week_has_the_same_hour_on_the_wall_also_when_the_clocks_change() {
        LocalDate paused = LocalDate.of(2020, 4, 14);
        List<LocalDateTime> starts = starts(file(TUESDAYS, PARIS, paused::equals), PARIS);

        assertThat(starts).hasSize(TUESDAYS.days().size() - 1);
        assertThat(starts).allMatch(start -> start.getHour() == 17 && start.getMinute() == 30);
        assertThat(starts).first().isEqualTo(LocalDateTime.of(2020, 3, 10, 17, 30));
        assertThat(starts).contains(LocalDateTime.of(2020, 3, 31, 17, 30)); // the clocks have changed
        assertThat(starts).last().isEqualTo(LocalDateTime.of(2020, 7, 7, 17, 30));
        assertThat(starts).extracting(LocalDateTime::toLocalDate).doesNotContain(paused);
    }

    @Test
    void every_zone_in_which_there_are_schools_is_explained_in_the_file() {
        List<ZoneId> zones = Departements.all().stream()
                .flatMap(academie -> academie.departements().stream())
                .flatMap(code -> Departements.of(code).stream())
                .map(Departement::timeZone)
                .distinct()
                .toList();
        assertThat(zones).hasSizeGreaterThan(5);
        for (ZoneId zone : zones) {
            String file = file(TUESDAYS, zone, _ -> false);
            ICalendar calendar = parsed(file);
            assertThat(calendar.getTimezoneInfo().getComponents())
                    .as(zone.getId())
                    .hasSize(1);
            assertThat(starts(file, zone)).as(zone.getId()).allMatch(start -> start.getHour() == 17);
            assertThat(calendar.validate(ICalVersion.V2_0).isEmpty())
                    .as(zone + ": " + calendar.validate(ICalVersion.V2_0))
                    .isTrue();
        }
    }

    @Test
    void a_change_is_the_same_event_with_a_higher_sequence_and_names_nobody() {
        VEvent before = event(file(TUESDAYS, PARIS, _ -> false));
        VEvent after =
                event(file(new SessionPlan("pair-1", 4, false, LocalDate.of(2020, 3, 12), 600, 45), PARIS, _ -> false));

        assertThat(after.getUid().getValue()).isEqualTo(before.getUid().getValue());
        assertThat(before.getSequence().getValue()).isEqualTo(3);
        assertThat(after.getSequence().getValue()).isEqualTo(4);
        assertThat(after.getRecurrenceRule()).isNull();
        assertThat(after.getDateEnd().getValue().toInstant()).isEqualTo(Instant.parse("2020-03-12T09:45:00Z"));
        assertThat(after.getDateTimeStamp().getValue().toInstant()).isEqualTo(NOW);
        assertThat(after.getSummary().getValue()).isEqualTo("Séance de mentorat, à distance ; « été »");
        assertThat(after.getUrl().getValue()).isEqualTo(PAGE.toString());
        assertThat(after.getAttendees()).isEmpty();
        assertThat(after.getOrganizer()).isNull();
    }

    @Test
    void lines_are_as_outlook_and_google_want_them() {
        String file = file(TUESDAYS, PARIS, _ -> false);

        assertThat(file).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
        assertThat(file.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(file.split("\r\n", -1)).allMatch(line -> line.getBytes(UTF_8).length <= 75);
        assertThat(file)
                .contains(
                        "METHOD:PUBLISH",
                        "BEGIN:VTIMEZONE",
                        "TZID:Europe/Paris",
                        "DTSTART;TZID=Europe/Paris:20200310T173000")
                .contains("BEGIN:DAYLIGHT\r\nDTSTART:19700329T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n")
                .contains("TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200")
                .contains("RRULE:FREQ=WEEKLY;UNTIL=20200710T215959Z");
    }

    private static ICalendar parsed(String file) {
        List<List<ParseWarning>> warnings = new ArrayList<>();
        ICalendar calendar = Biweekly.parse(file).warnings(warnings).first();
        assertThat(warnings.stream().flatMap(List::stream)).isEmpty();
        return calendar;
    }

    private static VEvent event(String file) {
        return parsed(file).getEvents().getFirst();
    }

    private static List<LocalDateTime> starts(String file, ZoneId zone) {
        VEvent event = event(file);
        DateIterator dates = event.getDateIterator(TimeZone.getTimeZone(zone));
        List<LocalDateTime> starts = new ArrayList<>();
        dates.forEachRemaining(date -> starts.add(LocalDateTime.ofInstant(date.toInstant(), zone)));
        return starts;
    }
}
