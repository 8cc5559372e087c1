package fr.mentoratdurgence.platform;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.letters.Letter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days and mornings in the nights that have an hour less or more, and over the day that most years lack. */
@Tag("reliability")
class NightsTest {
    @ParameterizedTest(name = "{0} is the {1}")
    @CsvSource({
        // winter: midnight is at 23:00 of Greenwich
        "2020-03-28T22:59:59Z, 2020-03-28",
        "2020-03-28T23:00:00Z, 2020-03-29",
        // the night without the hour from two to three, and its midnight, an hour earlier
        "2020-03-29T00:59:59Z, 2020-03-29",
        "2020-03-29T01:00:00Z, 2020-03-29",
        "2020-03-29T21:59:59Z, 2020-03-29",
        "2020-03-29T22:00:00Z, 2020-03-30",
        // the night that has the hour from two to three twice
        "2020-10-24T22:00:00Z, 2020-10-25",
        "2020-10-25T00:30:00Z, 2020-10-25",
        "2020-10-25T01:30:00Z, 2020-10-25",
        "2020-10-25T22:59:59Z, 2020-10-25",
        "2020-10-25T23:00:00Z, 2020-10-26",
        // a leap day
        "2020-02-28T23:00:00Z, 2020-02-29",
        "2020-02-29T23:00:00Z, 2020-03-01"
    })
    void a_day_begins_at_midnight_in_paris(Instant instant, LocalDate day) {
        assertThat(OperationDay.of(instant)).isEqualTo(day);
        assertThat(new OperationDay(Clock.fixed(instant, ZoneOffset.MIN)).today())
                .as("wherever the server stands")
                .isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({"2020-03-29, 23", "2020-10-25, 25", "2020-02-29, 24"})
    void no_minute_of_such_a_day_is_lost_or_counted_twice(LocalDate day, int hours) {
        Instant minute = day.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        int counted = 0;
        LocalDate before = OperationDay.of(minute);
        for (int i = 0; i < 3 * 24 * 60; i++, minute = minute.plus(Duration.ofMinutes(1))) {
            LocalDate now = OperationDay.of(minute);
            assertThat(now).as("%s", minute).isAfterOrEqualTo(before);
            before = now;
            counted += now.equals(day) ? 1 : 0;
        }
        assertThat(counted).isEqualTo(hours * 60);
    }

    @Test
    void a_letter_of_the_morning_leaves_at_nine_by_the_clock_of_that_day() {
        assertThat(Letter.morningOf(LocalDate.of(2020, 3, 28))).isEqualTo("2020-03-28T08:00:00Z");
        assertThat(Letter.morningOf(LocalDate.of(2020, 3, 29))).isEqualTo("2020-03-29T07:00:00Z");
        assertThat(Letter.morningOf(LocalDate.of(2020, 10, 25))).isEqualTo("2020-10-25T08:00:00Z");
        assertThat(Letter.morningOf(LocalDate.of(2020, 2, 29))).isEqualTo("2020-02-29T08:00:00Z");
    }
}
