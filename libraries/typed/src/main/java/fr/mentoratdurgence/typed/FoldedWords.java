package fr.mentoratdurgence.typed;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words of what somebody typed, to find something by: without capitals, accents, ligatures, hyphens, apostrophes. */
public final class FoldedWords {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}");
    private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]+");

    private FoldedWords() {}

    /** Each word once, in their order; {@code st} and {@code ste} are the words that they stand for. */
    public static List<String> of(String typed) {
        String plain = ACCENTS.matcher(Normalizer.normalize(Typed.text(typed), Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae");
        return Stream.of(BETWEEN.split(plain, -1))
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
