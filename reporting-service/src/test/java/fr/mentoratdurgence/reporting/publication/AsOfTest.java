package fr.mentoratdurgence.reporting.publication;

import static fr.mentoratdurgence.reporting.publication.AsOf.Grain.DAY;
import static fr.mentoratdurgence.reporting.publication.AsOf.Grain.INSTANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.mentoratdurgence.platform.InvalidInput;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AsOfTest {
    private static final Instant NOW = Instant.parse("2020-05-11T10:00:00.750Z");
    private static final Optional<Instant> FIRST = Optional.of(Instant.parse("2020-04-20T08:00:00Z"));

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    -,                         2020-05-11T10:00:00Z
                    ' ',                       2020-05-11T10:00:00Z
                    2020-05-11,                2020-05-11T10:00:00Z
                    2020-05-10,                2020-05-10T21:59:59.999Z
                    10/05/2020,                2020-05-10T21:59:59.999Z
                    10 mai 2020,               2020-05-10T21:59:59.999Z
                    2020-05-01T00:00:00Z,      2020-05-01T00:00:00Z
                    2020-05-01T02:00:00+02:00, 2020-05-01T00:00:00Z
                    2020-05-01T02:00:00 02:00, 2020-05-01T00:00:00Z
                    2020-04-20,                2020-04-20T21:59:59.999Z
                    """)
    void understands_instants_and_days(String asked, Instant expected) {
        assertThat(AsOf.parse(asked, INSTANT, NOW, FIRST)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-05-12, bilan.date.future",
        "2020-05-11T10:00:01Z, bilan.date.future",
        "+999999999-01-01, bilan.date.illisible",
        "01/06/2020, bilan.date.future",
        "2999-01-01, bilan.date.future",
        "2020-04-19, bilan.date.avant",
        "2020-04-20T07:59:59Z, bilan.date.avant",
        "-999999999-01-01, bilan.date.illisible",
        "1-4-20, bilan.date.avant",
        "hier, bilan.date.illisible",
        "2020-02-30, bilan.date.illisible",
        "2020-05-01 10:00, bilan.date.illisible",
        "1er mai 2020 à 10 h, bilan.date.illisible",
        "2020-05-01T00:00, bilan.date.illisible",
        "'=1+1', bilan.date.illisible"
    })
    void says_what_is_wrong_with_a_date(String asked, String key) {
        assertThat(refusal(asked, FIRST)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    -,                        2020-05-11T10:00:00Z
                    2020-05-11,               2020-05-11T10:00:00Z
                    2020-05-10,               2020-05-10T21:59:59.999Z
                    2020-05-10T21:59:59.999Z, 2020-05-10T21:59:59.999Z
                    """)
    void published_figures_are_of_a_whole_day_or_of_now(String asked, Instant expected) {
        assertThat(AsOf.parse(asked, DAY, NOW, FIRST)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-05-01T00:00:00Z", "2020-05-11T09:59:59Z", "2020-05-10T21:59:59.998Z"})
    void no_other_instant_of_published_figures_can_be_asked(String asked) {
        assertThat(refusal(asked, DAY, FIRST)).isEqualTo("bilan.date.jour");
    }

    @Test
    void yesterday_ends_when_paris_sleeps() {
        assertThat(AsOf.yesterday(NOW)).isEqualTo("2020-05-10T21:59:59.999Z");
        assertThat(AsOf.yesterday(Instant.parse("2020-03-29T22:00:00Z"))).isEqualTo("2020-03-29T21:59:59.999Z");
    }

    @Test
    void before_the_first_fact_only_now_can_be_asked() {
        assertThat(AsOf.parse(null, INSTANT, NOW, Optional.empty())).isEqualTo("2020-05-11T10:00:00Z");
        assertThat(refusal("2020-05-10", Optional.empty())).isEqualTo("bilan.date.rien");
    }

    private static String refusal(String asked, Optional<Instant> first) {
        return refusal(asked, INSTANT, first);
    }

    private static String refusal(String asked, AsOf.Grain grain, Optional<Instant> first) {
        InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> AsOf.parse(asked, grain, NOW, first));
        assertThat(refused.violations())
                .singleElement()
                .satisfies(v -> assertThat(v.field()).isEqualTo("asOf"));
        return refused.violations().getFirst().key();
    }
}
