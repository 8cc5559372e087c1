package fr.mentoratdurgence.needs.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UaiTest {

    @ParameterizedTest
    @ValueSource(strings = {"0940176F", " 0940176f ", "094 0176 F", "0940198E", "0010005A"})
    void a_real_uai_is_read_however_it_is_typed(String typed) {
        assertThat(Uai.parse(typed)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0940176", "0940176G", "0940167F", "O940176F", "09401766F", "bonjour"})
    void anything_else_is_not_a_uai(String typed) {
        assertThat(Uai.parse(typed)).isEmpty();
        assertThatThrownBy(() -> new Uai(typed)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0940176,94",
        "0010005,01",
        "6200001,2A",
        "7200001,2B",
        "9740001,974",
        "9760001,976",
        "9830001,988",
        "9840001,987"
    })
    void the_first_digits_tell_the_departement(String digits, String departement) {
        assertThat(withLetter(Integer.parseInt(digits)).departement()).isEqualTo(departement);
    }

    @Test
    void one_wrong_digit_is_always_found() {
        Random random = new Random(2020);
        for (int i = 0; i < 2_000; i++) {
            String right = withLetter(random.nextInt(1_000_000, 9_999_999)).code();
            int at = random.nextInt(7);
            char other = (char) ('0' + (right.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
            String wrong = right.substring(0, at) + other + right.substring(at + 1);
            assertThat(Uai.parse(wrong)).as(right + " mistyped as " + wrong).isEmpty();
        }
    }

    static Uai withLetter(int digits) {
        return new Uai("%07d%c".formatted(digits, "ABCDEFGHJKLMNPRSTUVWXYZ".charAt(digits % 23)));
    }
}
