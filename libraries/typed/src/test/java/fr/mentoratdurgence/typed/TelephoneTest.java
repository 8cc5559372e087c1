package fr.mentoratdurgence.typed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelephoneTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "06 39 98 20 99            | +33639982099  | 06 39 98 20 99",
                "639983001                 | +33639983001  | 06 39 98 30 01",
                "+33 (0)6 39 98 30 02      | +33639983002  | 06 39 98 30 02",
                "0033 6 39 98 30 03        | +33639983003  | 06 39 98 30 03",
                "0033(0)639983003          | +33639983003  | 06 39 98 30 03",
                "06/39/98/30/04            | +33639983004  | 06 39 98 30 04",
                "06\u202f39\u00a098\u202f30\u202f05 | +33639983005 | 06 39 98 30 05",
                "06.39.98.30.06            | +33639983006  | 06 39 98 30 06",
                "(06) 39-98-30-07          | +33639983007  | 06 39 98 30 07",
                "06\u201139\u201198\u201130\u201108 | +33639983008 | 06 39 98 30 08",
                "Tél. : 01 99 00 30 01     | +33199003001  | 01 99 00 30 01",
                "6.39983018E8              | +33639983018  | 06 39 98 30 18",
                "6,39983019E+8             | +33639983019  | 06 39 98 30 19",
                "=\"0639983020\"            | +33639983020  | 06 39 98 30 20",
                "06 39 98 30 21 (le soir)  | +33639983021  | 06 39 98 30 21",
                "Port. 06 39 98 30 22      | +33639983022  | 06 39 98 30 22",
                "n° de tél. : 0639983023   | +33639983023  | 06 39 98 30 23",
                "\uff10\uff16 39 98 30 24   | +33639983024  | 06 39 98 30 24",
                "06;39;98;30;25            | +33639983025  | 06 39 98 30 25",
                "\u202a+33 6 39 98 30 26\u202c | +33639983026 | 06 39 98 30 26",
                "06_39_98_30_09            | +33639983009  | 06 39 98 30 09",
                "0692 00 00 11             | +262692000011 | +262 692 00 00 11",
                "+590 690 00 00 12         | +590690000012 | +590 690 00 00 12",
                "+687 75.12.34             | +687751234    | +687 75 12 34",
                "33639983010               | +33639983010  | 06 39 98 30 10",
                "+33 06 39 98 30 11        | +33639983011  | 06 39 98 30 11",
                "(+33) 6.39.98.30.12       | +33639983012  | 06 39 98 30 12",
                "639983013.0               | +33639983013  | 06 39 98 30 13",
                "00 33 6 39 98 30 14       | +33639983014  | 06 39 98 30 14",
                "0 639 983 015             | +33639983015  | 06 39 98 30 15",
                "Portable: 06·39·98·30·16 | +33639983016 | 06 39 98 30 16",
                "06\\39\\98\\30\\17        | +33639983017  | 06 39 98 30 17",
                "0692-00-00-12             | +262692000012 | +262 692 00 00 12",
                "+32 470 12 34 56          | +32470123456  | +32 470 12 34 56",
            })
    void numbers_of_every_writing_are_stored_in_one_and_shown_in_groups(String typed, String e164, String shown) {
        assertThat(Telephone.read(typed)).hasValueSatisfying(number -> {
            assertThat(number.e164()).isEqualTo(e164);
            assertThat(number.shown()).isEqualTo(shown);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "3639",
                "06 39 98 20",
                "0000000000",
                "00 00 00 00 00",
                "06 39 98 20 99 06 39 98 30 01",
                "à la maison",
                "06 39 98 20 99 le soir",
                "06 39 98 20 99 (ou 01 99 00 30 01)",
                "6.39982099E5",
                "O6 39 98 20 99",
                "fax 01 99 00 30 01",
                "+33 1 99 00",
                "123"
            })
    void what_nobody_can_dial_is_no_number(String typed) {
        assertThat(Telephone.read(typed)).isEmpty();
    }

    @Test
    void a_short_number_is_read_where_such_numbers_are() {
        assertThat(Telephone.read("75 12 34")).isEmpty();
        assertThat(Telephone.read("75 12 34", "988")).hasValue(new Telephone("+687751234"));
        assertThat(Telephone.read("0692 00 00 11", "75")).hasValue(new Telephone("+262692000011"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rappeler au +262 692 00 00 11",
                "Rappeler au 06/39/98/30/01 le soir",
                "Rappeler au +33 (0)6 39 98 30 01",
                "Rappeler au (06) 39 98 30 01",
                "Rappeler au 06  39  98  30  01",
                "Rappeler au 06_39_98_30_01",
                "Rappeler au 06,39,98,30,01",
                "Rappeler au 639983001",
                "Rappeler au 06\u00a039\u00a098\u00a030\u00a001",
                "Rappeler au 06\u202f39\u202f98\u202f30\u202f01",
                "De 14 à 16, 2 06 39 98 30 01",
            })
    void a_number_is_found_in_a_text(String text) {
        assertThat(Telephone.in(text)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Séances de 14 à 16, 12 places, dossier 2020-0415",
                "le 06/04/2020 10 14 30 et le 07/04/2020",
                "UAI 0940176F, 8 places",
                "du 06.04.2020 au 07.04.2020",
                "code 123456789"
            })
    void figures_of_a_note_are_no_numbers(String text) {
        assertThat(Telephone.in(text)).isEmpty();
    }

    @Test
    void what_is_no_number_is_shown_as_it_is() {
        assertThat(Telephone.shown("")).isEmpty();
        assertThat(Telephone.shown("+33639982099")).isEqualTo("06 39 98 20 99");
    }
}
