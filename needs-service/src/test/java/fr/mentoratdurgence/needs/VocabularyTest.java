package fr.mentoratdurgence.needs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.contracts.vocabulary.Vocabulary;
import fr.mentoratdurgence.files.Words;
import fr.mentoratdurgence.needs.directory.PriorityAudience;
import fr.mentoratdurgence.needs.intake.Channel;
import fr.mentoratdurgence.needs.intake.LevelBand;
import fr.mentoratdurgence.needs.intake.Subject;
import fr.mentoratdurgence.needs.intake.SupportKind;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The codes of this service are those that all services share, and each has its word. */
class VocabularyTest {
    @Test
    void codes_and_words_agree() {
        Map<String, Enum<?>[]> codes = Map.ofEntries(
                Map.entry("niveau", LevelBand.values()),
                Map.entry("matiere", Subject.values()),
                Map.entry("accompagnement", SupportKind.values()),
                Map.entry("canal", Channel.values()),
                Map.entry("public", PriorityAudience.values()));
        codes.forEach((list, known) -> assertThat(names(known)).as(list).isEqualTo(Vocabulary.codes(list)));
    }

    @Test
    void a_file_may_say_what_a_page_says() {
        ResourceBundle words = ResourceBundle.getBundle("messages.vocabulary", Locale.ROOT);
        for (Words.Kind kind : Words.Kind.values()) {
            String list = kind.name().toLowerCase(Locale.ROOT);
            for (String code : Vocabulary.codes(list)) {
                Stream.of("", "court.", "en.")
                        .map(form -> list + "." + form + code)
                        .filter(key -> words.containsKey(key) && !code.equals("UNKNOWN"))
                        .forEach(key -> assertThat(Words.code(kind, words.getString(key)))
                                .as(words.getString(key))
                                .isEqualTo(code));
            }
        }
    }

    /** What a service keeps for codes that it does not know has no word of its own. */
    private static Set<String> names(Enum<?>[] codes) {
        Set<String> names = new TreeSet<>();
        Stream.of(codes).map(Enum::name).filter(name -> !name.equals("UNKNOWN")).forEach(names::add);
        return names;
    }
}
