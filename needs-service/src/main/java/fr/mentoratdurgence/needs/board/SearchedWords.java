package fr.mentoratdurgence.needs.board;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What somebody types to find a structure: words in any order, without regard to capitals, accents, ligatures, hyphens
 * and apostrophes, each as a part of a word or with a slip in it ("colege", "coeur" for "Sacré-Cœur").
 */
final class SearchedWords {
    private static final int MOST = 8;
    /** In a shorter word, a slip makes another word. */
    private static final int FORGIVING_FROM = 4;

    private SearchedWords() {}

    /** The words, folded as the column {@code structure_name.words} is. */
    static List<String> of(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae");
        return Stream.of(plain.split("[^a-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** A condition that all these words meet; says its parameters. */
    static String condition(String column, List<String> words, Map<String, Object> params) {
        return IntStream.range(0, words.size())
                .mapToObj(i -> {
                    String word = words.get(i);
                    params.put("part" + i, "%" + word + "%");
                    if (word.length() < FORGIVING_FROM) {
                        return column + " like :part" + i;
                    }
                    params.put("word" + i, word);
                    return "(%1$s like :part%2$d or :word%2$d <%% %1$s)".formatted(column, i);
                })
                .collect(Collectors.joining(" and "));
    }
}
