package fr.mentoratdurgence.typed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTest {

    @Test
    void word_processors_are_read_as_meant() {
        assertThat(Typed.text("Jean\u2011Noël")).isEqualTo("Jean-Noël");
        assertThat(Typed.text("N\u00b4Diaye")).isEqualTo("N'Diaye");
        assertThat(Typed.text("D\u2018Almeida")).isEqualTo("D'Almeida");
        assertThat(Typed.text("L\u2019Hay")).isEqualTo("L'Hay");
        assertThat(Typed.text("L\u02bcHay N\u2032Diaye D`Arc Anne\u2013Lise Marie\u2010Claude"))
                .isEqualTo("L'Hay N'Diaye D'Arc Anne-Lise Marie-Claude");
        assertThat(Typed.text(" Claire\r\nTest\u00a0\u202f")).isEqualTo("Claire Test");
        assertThat(Typed.text("Zo\u00eb\u200b \u202eMartin\ufeff")).isEqualTo("Zoë Martin");
        assertThat(Typed.text("e\u0301cole")).isEqualTo("école");
        assertThat(Typed.text(null)).isEmpty();
    }

    @Test
    void signs_that_nobody_can_read_are_seen() {
        assertThat(Typed.isReadable("École\r\nélémentaire\t1")).isTrue();
        assertThat(Typed.isReadable("École\u0000 Test")).isFalse();
        assertThat(Typed.isReadable("H\ufffdlène")).isFalse();
        assertThat(Typed.isReadable("RÃ©mi")).as("UTF-8 taken for windows-1252").isFalse();
        assertThat(Typed.isReadable("Lâ€™HaÃ¿-les-Roses")).isFalse();
        assertThat(Typed.isReadable("CÅ“ur, Nâ€°1")).isFalse();
        assertThat(Typed.isReadable("ÂGE, Ã, CHÂTEAU, MAÎTRE, cœur n° 1")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-05-04",
                "04/05/2020",
                "4/5/2020",
                "04.05.2020",
                "4 mai 2020",
                "04/05/2020 09:12",
                "2020-05-04T00:00:00",
                "04-05-2020",
                "4/5/20",
                "4-5-20",
                "04.05.20",
                "4 5 2020",
                "04 / 05 / 2020",
                "04\u201105\u20112020",
                "\u00a04\u202fmai\u00a02020 ",
                "4 MAI 2020",
                "4-mai-2020",
                "lundi 4 mai 2020",
                "Lun. 04/05/2020",
                "le 4 mai 2020",
                "lundi 4 mai 2020 à 14 h",
                "4 mai 2020, 14h30",
                "2020/05/04",
                "2020-5-4",
                "20200504",
                "2020-05-04T10:00:00Z",
                "04/05/2020 9h",
                "\uff10\uff14/\uff10\uff15/\uff12\uff10\uff12\uff10"
            })
    void a_day_is_read_as_french_people_and_programs_write_it(String typed) {
        assertThat(Typed.date(typed)).hasValue(LocalDate.of(2020, 5, 4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "31/02/2020",
                "mai 2020",
                "43955",
                "4 mai",
                "04/05",
                "04/13/2020",
                "0/5/2020",
                "mardi 4 mai 2020",
                "4 jui 2020",
                "202054",
                "04/05/020",
                "04/05/20200",
                "demain",
                "--",
                "4 mai 2020 ou 5 mai 2020"
            })
    void what_is_no_day_is_not_guessed(String typed) {
        assertThat(Typed.date(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Sacré-Cœur,sacre coeur",
        "Đặng Văn An,dang van an",
        "Łukasz Søndergård,lukasz sondergard",
        "Strauß,strauss",
        "Oğuz Işık,oguz isik",
        "ＰＡＵＬ Vaillant—Couturier,paul vaillant couturier",
        "St-Exupéry,saint exupery",
        "L’Haÿ-les-Roses,l hay les roses",
        "Cre\u0301teil,creteil",
        "Bernard ﬁls,bernard fils"
    })
    void whoever_looks_for_a_name_types_the_letters_of_a_french_keyboard(String name, String typed) {
        assertThat(FoldedWords.of(name)).containsExactlyElementsOf(FoldedWords.of(typed));
        assertThat(FoldedWords.of(name)).allMatch(word -> word.matches("[a-z0-9]+"));
        if (!name.startsWith("St-")) {
            assertThat(Typed.plain(name)).isEqualTo(Typed.plain(typed));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1er avril 2020,2020-04-01",
        "1ER AVR. 2020,2020-04-01",
        "1ᵉʳ août 2020,2020-08-01",
        "1 aout 20,2020-08-01",
        "12 déc. 2009,2009-12-12",
        "3 févr 2020,2020-02-03",
        "29/02/2020,2020-02-29",
        "7/6/99,1999-06-07",
        "7 juil 2010,2010-07-07"
    })
    void months_have_names_and_years_two_digits(String typed, LocalDate day) {
        assertThat(Typed.date(typed)).hasValue(day);
    }

    @ParameterizedTest
    @CsvSource({
        "14:30,14:30",
        "14h30,14:30",
        "14 h 30,14:30",
        "14H,14:00",
        "9:05,09:05",
        "9 heures,09:00",
        "09h00,09:00",
        "14.30,14:30",
        "14:30:00,14:30",
        "14 h 30 min,14:30",
        "0:00,00:00"
    })
    void a_time_of_the_day_is_read_as_people_write_it(String typed, LocalTime time) {
        assertThat(Typed.time(typed)).hasValue(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "14", "25:00", "24:00", "14:60", "14:3", "midi", "14h-16h", "-1:00"})
    void what_is_no_time_is_not_guessed(String typed) {
        assertThat(Typed.time(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "094,94",
        "94,94",
        "1,01",
        "02A,2A",
        "2a,2A",
        "02a,2A",
        "620,2A",
        "720,2B",
        "974,974",
        "94 - Val-de-Marne,94",
        "2A (Corse-du-Sud),2A",
        "94.0,94",
        "Val-de-Marne,VAL-DE-MARNE"
    })
    void a_departement_has_one_code(String typed, String code) {
        assertThat(DepartementCode.of(typed)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"94200,94", "1000,01", "20000,2A", "20290,2B", "97400,974", "98713,987", "942,''", "Paris,''"})
    void a_postcode_has_a_departement(String typed, String code) {
        assertThat(DepartementCode.ofPostcode(typed)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mer 14:00-16:00",
                "mer 14h-16h",
                "mer. 14:00\u201316:00",
                "mer 14h00 à 16h00",
                "mer. 14h00 à 16h00",
                "Mercredi 14 h - 16 h",
                "mercredi 14h00 - 16h",
                "les mercredis de 14 heures à 16 heures",
                "mer\u00a014\u202fh\u202f00-16\u202fh",
                "mercredi : 14h-16h",
                "mer 14-16",
                "mer. (14h-16h)",
                "mercredi 14h/16h",
                "mer 14\u202fh\u2212 16 h",
                "le mercredi entre 14h et 16h",
                "14h-16h mercredi",
                "entre 14h et 16h le mercredi",
                "de 14 h à 16 h (mercredi)",
                "me 14h-16h",
                "mer 14:00 16:00",
                "mer 14:00:00-16:00:00",
                "mer 14h00mn-16h00mn",
                "mercredi de 14h à 16h.",
                "MERCREDI 14H00/16H00"
            })
    void hours_of_the_week_are_read_as_written(String typed) {
        assertThat(WeeklyHours.read(typed)).hasValueSatisfying(hours -> {
            assertThat(hours.day()).isEqualTo(DayOfWeek.WEDNESDAY);
            assertThat(hours.start()).isEqualTo("14:00");
            assertThat(hours.end()).isEqualTo("16:00");
        });
    }

    @Test
    void half_hours_are_hours() {
        assertThat(WeeklyHours.read("sam 9h-10 h 30"))
                .hasValueSatisfying(hours -> assertThat(hours.end()).isEqualTo("10:30"));
        assertThat(WeeklyHours.read("dim 22h-24h"))
                .hasValueSatisfying(hours -> assertThat(hours.end()).isEqualTo("24:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mercredi", "mer 25h-26h", "mer 14h75-16h", "xyz 14h-16h", "mer 14h"})
    void what_is_no_time_of_the_week_is_not_guessed(String typed) {
        assertThat(WeeklyHours.read(typed)).isEmpty();
    }
}
