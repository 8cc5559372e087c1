package fr.mentoratdurgence.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is typed gets an answer: no reader fails, and none takes longer for what is made to keep it busy. */
@Tag("reliability")
class AnythingTypedTest {
    private static final int TEXTS = 1_000 * Integer.getInteger("rounds", 1);
    private static final long SEED = 20_200_316L;

    /** What texts are put together from: what readers know, and what they do not. */
    private static final List<String> PIECES = List.of(
            "a",
            "é",
            "œ",
            "ẞ",
            "İ",
            "0",
            "9",
            "06",
            "+33",
            "0033",
            "(0)",
            " ",
            "\u00a0",
            "\u202f",
            "\t",
            "\r\n",
            "-",
            "–",
            "'",
            "’",
            ".",
            ",",
            ";",
            ":",
            "/",
            "@",
            "(at)",
            "h",
            "H30",
            "lundi",
            "LUN.",
            "mar",
            "12/04/2020",
            "2020-04-31",
            "29 février 2019",
            "1er",
            "mai",
            "14h",
            "à",
            "25:61",
            "99999999999999999999",
            "\u0000",
            "\u200b",
            "\u202e",
            "\ufeff",
            "\ud83d\ude00",
            "\ud800",
            "\udfff",
            "e\u0301",
            "٣",
            "½",
            "prenom.nom@exemple.fr",
            "2A",
            "974",
            "94000",
            "x".repeat(500));

    static Stream<Arguments> readers() {
        return Stream.of(
                reader("date", Typed::date),
                reader("time", Typed::time),
                reader("text", Typed::text),
                reader("one line", Typed::oneLine),
                reader("plain", Typed::plain),
                reader("readable", Typed::isReadable),
                reader("yes or no", Typed::yesOrNo),
                reader("address", EmailAddress::read),
                reader("telephone", Telephone::read),
                reader("telephones in a text", Telephone::in),
                reader("telephone to show", Telephone::shown),
                reader("hours", WeeklyHours::read),
                reader("day", WeeklyHours::day),
                reader("departement", DepartementCode::of));
    }

    private static Arguments reader(String name, Consumer<String> reader) {
        return Arguments.of(name, reader);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readers")
    void every_text_gets_an_answer(String name, Consumer<String> reader) {
        Random dice = new Random(SEED);
        for (int i = 0; i < TEXTS; i++) {
            String text = text(dice);
            assertThatCode(() -> reader.accept(text))
                    .as("%s: text %s, %s", name, i, escaped(text))
                    .doesNotThrowAnyException();
        }
    }

    /** Four times the text may take four times the time, not sixteen; what takes no time at all is not compared. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("readers")
    void what_repeats_itself_takes_no_longer_than_it_is_long(String name, Consumer<String> reader) {
        for (String piece : PIECES) {
            String once = piece.repeat(5_000 / piece.length());
            long alone = nanos(reader, once);
            long fourTimes = nanos(reader, once.repeat(4));
            assertThat(fourTimes)
                    .as("%s: %s times %s", name, once.length(), escaped(piece))
                    .isLessThan(Math.max(Duration.ofMillis(500).toNanos(), 10 * alone));
        }
    }

    /** The best of three: a machine that is busy elsewhere makes nothing quicker. */
    private static long nanos(Consumer<String> reader, String text) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            reader.accept(text);
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }

    private static String text(Random dice) {
        StringBuilder text = new StringBuilder();
        for (int pieces = dice.nextInt(9); pieces > 0; pieces--) {
            text.append(
                    dice.nextInt(5) == 0
                            ? Character.toString(dice.nextInt(Character.MAX_CODE_POINT + 1))
                            : PIECES.get(dice.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static String escaped(String text) {
        StringBuilder shown = new StringBuilder();
        text.chars().limit(80).forEach(c -> shown.append(c < 127 && c > 31 ? (char) c : "\\u%04x".formatted(c)));
        return shown.toString();
    }
}
