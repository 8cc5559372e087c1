package fr.mentoratdurgence.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FrenchTimeTest {
    private final FrenchTime french = new FrenchTime();

    @Test
    void the_first_of_a_month_is_told_as_such() {
        assertThat(french.weekday(LocalDate.of(2020, 12, 1))).isEqualTo("mardi 1er décembre");
        assertThat(french.dayOfMonth(LocalDate.of(2020, 12, 11))).isEqualTo("11 décembre");
        assertThat(french.day(LocalDate.of(2020, 5, 1))).isEqualTo("1er mai 2020");
    }

    @Test
    void a_full_hour_has_no_minutes() {
        assertThat(french.hour(14 * 60)).isEqualTo("14\u00a0h");
        assertThat(french.hour(14 * 60 + 5)).isEqualTo("14\u00a0h\u00a005");
        assertThat(french.hour(24 * 60)).isEqualTo("24\u00a0h");
    }

    @Test
    void a_slot_names_its_day_and_its_hours() {
        assertThat(french.slot(DayOfWeek.WEDNESDAY, 14 * 60, 15 * 60 + 30))
                .isEqualTo("mercredi de 14\u00a0h à 15\u00a0h\u00a030");
    }

    @Test
    void a_moment_is_told_in_the_time_of_paris() {
        Instant instant = Instant.parse("2020-11-30T23:30:00Z");

        assertThat(french.moment(instant)).isEqualTo("mardi 1er décembre à 0\u00a0h\u00a030");
        assertThat(french.instant(instant)).isEqualTo("1er décembre 2020 à 0\u00a0h\u00a030");
    }
}
