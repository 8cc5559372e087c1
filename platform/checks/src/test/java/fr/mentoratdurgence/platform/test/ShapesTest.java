package fr.mentoratdurgence.platform.test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The law of events, proven by planted violations. */
class ShapesTest {
    record Lawful(String need, int count, boolean reached, LocalDate on, Instant at, List<Part> parts, Kind kind) {
        record Part(long line, Integer places, List<String> codes) {}

        enum Kind {
            ONE
        }
    }

    record FirstName(String need, String firstName) {}

    record Comment(String comment) {}

    record Measured(double hours) {}

    record Anything(Object any) {}

    record Attributes(Map<String, String> attributes) {}

    record Letters(List<Letter> letters) {
        record Letter(List<String> eMail) {}
    }

    static final class NoRecord {}

    @Test
    void ids_codes_numbers_dates_and_lists_of_them_are_lawful() {
        assertThatCode(() -> Shapes.obeyTheLaw(Lawful.class)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                FirstName.class,
                Comment.class,
                Measured.class,
                Anything.class,
                Attributes.class,
                Letters.class,
                NoRecord.class
            })
    void what_could_hold_a_person_or_a_sentence_is_caught(Class<?> planted) {
        assertThatThrownBy(() -> Shapes.obeyTheLaw(planted))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(planted.getSimpleName());
    }
}
