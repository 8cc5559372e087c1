package fr.mentoratdurgence.typed;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words of what somebody typed, to find something by: without capitals, accents, ligatures, hyphens, apostrophes. */
public final class FoldedWords {
    private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]+");

    private FoldedWords() {}

    /** Each word once, in their order; {@code st} and {@code ste} are the words that they stand for. */
    public static List<String> of(String typed) {
        return Stream.of(BETWEEN.split(Latin.plain(Typed.text(typed)), -1))
                .filter(word -> !word.isEmpty())
                .map(FoldedWords::inFull)
                .distinct()
                .toList();
    }

    private static String inFull(String word) {
        return switch (word) {
            case "st" -> "saint";
            case "ste" -> "sainte";
            default -> word;
        };
    }
}
