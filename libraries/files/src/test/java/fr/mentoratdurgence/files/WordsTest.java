package fr.mentoratdurgence.files;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.contracts.vocabulary.Vocabulary;
import fr.mentoratdurgence.files.Words.Kind;
import fr.mentoratdurgence.typed.Typed;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The words of files and the vocabulary of pages do not drift apart. */
class WordsTest {
    private static final ResourceBundle PAGES = ResourceBundle.getBundle("messages.vocabulary", Locale.ROOT);

    @ParameterizedTest
    @EnumSource(Kind.class)
    void each_code_has_a_word_in_files_and_files_have_no_other_code(Kind kind) throws IOException {
        Set<String> codes = new TreeSet<>();
        words(kind).forEach((word, code) -> codes.add(code));
        assertThat(codes).isNotEmpty().isEqualTo(codes(kind));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void a_file_may_say_what_a_page_says(Kind kind) {
        for (String code : codes(kind)) {
            assertThat(Words.code(kind, code)).isEqualTo(code);
            Stream.of("", "court.", "en.")
                    .map(form -> list(kind) + "." + form + code)
                    .filter(PAGES::containsKey)
                    .map(PAGES::getString)
                    .forEach(word -> assertThat(Words.code(kind, word)).as(word).isEqualTo(code));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void each_word_can_be_found_as_it_is_written(Kind kind) throws IOException {
        words(kind).forEach((word, code) -> {
            assertThat(word).isEqualTo(Typed.plain(word));
            assertThat(Words.code(kind, word)).isEqualTo(code);
        });
    }

    @Test
    void each_word_is_of_a_list_that_is_read() throws IOException {
        Set<String> lists = new TreeSet<>();
        for (Kind kind : Kind.values()) {
            lists.add(list(kind));
        }
        assertThat(file().stringPropertyNames())
                .allSatisfy(key -> assertThat(lists).contains(key.substring(0, key.indexOf('.'))));
    }

    private static String list(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Set<String> codes(Kind kind) {
        Set<String> codes = Vocabulary.codes(list(kind));
        codes.remove("UNKNOWN");
        return codes;
    }

    private static Map<String, String> words(Kind kind) throws IOException {
        Map<String, String> words = new TreeMap<>();
        Properties all = file();
        for (String key : all.stringPropertyNames()) {
            if (key.startsWith(list(kind) + ".")) {
                words.put(key.substring(list(kind).length() + 1), all.getProperty(key));
            }
        }
        return words;
    }

    private static Properties file() throws IOException {
        Properties words = new Properties();
        try (InputStream file = Objects.requireNonNull(Words.class.getResourceAsStream("words.properties"))) {
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return words;
    }
}
