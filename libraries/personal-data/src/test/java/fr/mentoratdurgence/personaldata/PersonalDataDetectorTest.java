package fr.mentoratdurgence.personaldata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataDetectorTest {
    private final PersonalDataDetector detector = new PersonalDataDetector();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rappeler au 06\u00a039\u00a098\u00a010\u00a001",
                "Rappeler au 06\u202f39\u202f98\u202f10\u202f01",
                "Rappeler au 06\u200939\u200998\u200910\u200901",
                "Rappeler au 06\u200b39\u200b98\u200b10\u200b01",
                "Rappeler au \uff10\uff16 39 98 10 01"
            })
    void blanks_and_digits_of_any_sort_hide_no_number(String text) {
        assertThat(detector.scan(text)).extracting(Find::kind).containsExactly(PersonalDataKind.TELEPHONE);
    }

    @Test
    void the_words_are_quoted_as_they_were_typed() {
        assertThat(detector.scan("Voir avec K\u200benza HADDOU."))
                .extracting(Find::words)
                .containsExactly("K\u200benza HADDOU");
    }

    @Test
    void what_was_seen_can_be_taken_out_and_nothing_is_seen_any_more() {
        String left = detector.without(
                "Maths, rappeler Kenza HADDOU au 06 39 98 10 01 le soir",
                EnumSet.of(PersonalDataKind.NAME, PersonalDataKind.TELEPHONE));
        assertThat(left).isEqualTo("Maths, rappeler au le soir");
        assertThat(detector.scan(left)).isEmpty();
    }

    @Test
    void a_sign_that_stands_for_several_is_never_cut_in_two() {
        String text = "½½ ﬁ Kenza 06½39½98½10½01 ㎏";
        assertThatCode(() -> detector.without(text, EnumSet.allOf(PersonalDataKind.class)))
                .doesNotThrowAnyException();
        assertThat(detector.scan(text)).allSatisfy(find -> {
            assertThat(find.start()).isLessThan(find.end());
            assertThat(find.words()).isEqualTo(text.substring(find.start(), find.end()));
        });
    }

    @Test
    void the_name_of_an_adult_may_be_any_name_and_a_title_may_bear_any_word() {
        for (String name : List.of("Claire AUBRY", "M. Juge", "Inès Rom-Placé", "Mme D’Almeida (CPE, 3e)")) {
            assertThat(detector.scan(name, TextPlace.PERSON)).as(name).isEmpty();
        }
        assertThat(detector.scan("Mme Diallo 06 39 98 10 01", TextPlace.PERSON))
                .extracting(Find::kind)
                .containsExactly(PersonalDataKind.TELEPHONE);
        assertThat(detector.scan("ITEP Les Fontaines, famille d'accueil", TextPlace.TITLE))
                .isEmpty();
        assertThat(List.of(
                        "Collège Charles de Foucauld",
                        "Collège privé Saint Louis de Gonzague",
                        "Collège Blanche de Castille",
                        "Collège Fabre d Eglantine",
                        "Collège privé Notre Dame d Esperance"))
                .allSatisfy(
                        name -> assertThat(detector.scan(name, TextPlace.TITLE)).isEmpty());
        assertThat(detector.scan("Collège de Kenza", TextPlace.TITLE)).isNotEmpty();
        assertThat(detector.scan("Rendez-vous au collège Charles de Kenza, elle attend", TextPlace.NOTE))
                .isNotEmpty();
        assertThat(List.of("Antony", "Les Lilas", "Le Robert", "Gif sur Yvette", "Paris 5e Arrondissement"))
                .allSatisfy(commune ->
                        assertThat(detector.scan(commune, TextPlace.PUBLISHED)).isEmpty());
        assertThat(detector.scan("Antony, 06 39 98 10 01", TextPlace.PUBLISHED)).isNotEmpty();
        assertThat(detector.scan("Wassim M., 4eB, suivi", TextPlace.TITLE))
                .extracting(Find::kind)
                .contains(PersonalDataKind.NAME);
    }

    /** A rule that could be made to go back and forth would need minutes or years for these. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "06 ",
                "a.",
                "a@",
                "Jean ",
                "école de ",
                "1 rue ",
                "snap ",
                "A.B ",
                "né le ",
                "un deux ",
                "((((",
                "x1",
                "é́",
                "M. "
            })
    void a_long_text_costs_what_it_is_long(String part) {
        String text = part.repeat(50_000 / part.length());
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            var _ = detector.scan(text);
        });
    }

    @Test
    void the_telephones_that_were_stored_once_are_seen_and_what_looks_like_them_passes() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(PersonalDataDetectorTest.class.getResourceAsStream("notes-telephones.jsonl"))) {
            for (String line : new String(in.readAllBytes(), UTF_8).lines().toList()) {
                String text = line.split("\"", -1)[3];
                assertThat(detector.scan(text).isEmpty()).as(text).isEqualTo(line.contains("false"));
            }
        }
    }
}
