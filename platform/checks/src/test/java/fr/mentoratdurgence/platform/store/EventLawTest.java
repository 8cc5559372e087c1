package fr.mentoratdurgence.platform.store;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("reliability")
class EventLawTest {
    private record Told(String what) {}

    @ParameterizedTest
    @ValueSource(
            strings = {"need-0b6a1f7e-3c1d-4d52-9a55-06123456789a", "REP_PLUS", "94", "974", "0940176F", "2020-05-04"})
    void ids_codes_and_dates_may_stand_in_an_event(String what) {
        assertThatCode(() -> EventLaw.check(Told.class, "{\"what\":\"" + what + "\"}"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Kenza Haddou", "kenza@example.org", "0612345678", "+33612345678", "87044224", "Elle est en 4e."
            })
    void a_sentence_a_name_an_address_and_a_number_that_can_be_dialled_may_not(String what) {
        assertThatThrownBy(() -> EventLaw.check(Told.class, "{\"what\":\"" + what + "\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("free text in field what")
                .hasMessageNotContaining(what);
    }
}
