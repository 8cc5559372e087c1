package fr.mentoratdurgence.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.contracts.vocabulary.Departements;
import fr.mentoratdurgence.contracts.vocabulary.SchoolHolidays;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SchoolHolidaysTest {
    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    @Test
    void fourteen_days_of_school_time_pass_over_the_holidays_of_the_zone_and_over_days_of_a_pause() {
        // Val-de-Marne, zone C: 4 to 19 April 2020
        assertThat(SchoolHolidays.after(day("2020-03-30"), 14, "94", _ -> false))
                .isEqualTo(day("2020-04-29"));
        // Rhône, zone A: 18 April to 3 May
        assertThat(SchoolHolidays.after(day("2020-03-30"), 14, "69", _ -> false))
                .isEqualTo(day("2020-04-13"));
        assertThat(SchoolHolidays.after(day("2020-05-26"), 14, "94", d -> d.isBefore(day("2020-06-02"))))
                .isEqualTo(day("2020-06-15"));
    }

    @Test
    void the_first_day_without_lessons_is_holiday_and_the_day_on_which_they_begin_again_is_not() {
        assertThat(SchoolHolidays.isSchoolTime(day("2020-04-03"), "94")).isTrue();
        assertThat(SchoolHolidays.isSchoolTime(day("2020-04-04"), "94")).isFalse();
        assertThat(SchoolHolidays.isSchoolTime(day("2020-04-19"), "94")).isFalse();
        assertThat(SchoolHolidays.isSchoolTime(day("2020-04-20"), "94")).isTrue();
    }

    @Test
    void every_departement_has_holidays_in_the_spring_and_summer_of_2020_and_what_is_unknown_is_school_time() {
        Departements.all()
                .forEach(academie -> academie.departements()
                        .forEach(departement -> assertThat(day("2020-03-01")
                                        .datesUntil(day("2020-07-10"))
                                        .filter(d -> !SchoolHolidays.isSchoolTime(d, departement)))
                                .as(departement)
                                .hasSizeGreaterThan(14)));
        assertThat(SchoolHolidays.isSchoolTime(day("1999-07-14"), "94")).isTrue();
        assertThat(SchoolHolidays.isSchoolTime(day("2020-07-14"), "999")).isTrue();
        assertThat(SchoolHolidays.isSchoolTime(day("2020-07-14"), "987")).isFalse();
    }
}
