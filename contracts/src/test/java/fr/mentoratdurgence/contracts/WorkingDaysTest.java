package fr.mentoratdurgence.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.contracts.vocabulary.WorkingDays;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

    @ParameterizedTest(name = "{1} working days after {0} in {2}: {3}")
    @CsvSource({
        // a Monday in an ordinary week
        "2026-11-23, 3, 94, 2026-11-26",
        // over a weekend, from a Friday and from a Sunday
        "2026-11-27, 3, 94, 2026-12-02",
        "2026-11-29, 1, 94, 2026-11-30",
        // Good Friday is a holiday in Alsace, Easter Monday everywhere
        "2020-04-08, 2, 94, 2020-04-10",
        "2020-04-08, 2, 67, 2020-04-14",
        "2020-04-08, 3, 94, 2020-04-14",
        // Labour Day, Victory Day, Ascension, Whit Monday
        "2020-04-30, 1, 75, 2020-05-04",
        "2020-05-07, 1, 75, 2020-05-11",
        "2020-05-20, 1, 75, 2020-05-22",
        "2020-05-29, 1, 75, 2020-06-02",
        // the abolition of slavery is kept overseas, on the day of each
        "2020-05-21, 1, 972, 2020-05-25",
        "2020-06-09, 1, 973, 2020-06-11",
        "2020-06-09, 1, 974, 2020-06-10",
        "2020-06-28, 1, 987, 2020-06-30",
        "2020-05-27, 1, 978, 2020-05-29",
        // the end of a year
        "2020-12-24, 1, 75, 2020-12-28",
        "2020-12-24, 3, 68, 2020-12-30"
    })
    void counts_as_the_territory_does(LocalDate from, int days, String departement, LocalDate expected) {
        assertThat(WorkingDays.after(from, days, departement)).isEqualTo(expected);
    }

    @Test
    void a_promise_over_the_leap_day_counts_it_where_it_is_a_working_day() {
        assertThat(WorkingDays.after(LocalDate.of(2024, 2, 28), 2, "94")).isEqualTo("2024-03-01");
        assertThat(WorkingDays.after(LocalDate.of(2023, 2, 28), 2, "94")).isEqualTo("2023-03-02");
        assertThat(WorkingDays.after(LocalDate.of(2020, 2, 28), 1, "94"))
                .as("a Saturday")
                .isEqualTo("2020-03-02");
    }
}
