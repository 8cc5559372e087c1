package fr.mentoratdurgence.needs.directory;

import fr.mentoratdurgence.typed.FoldedWords;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds structures by what somebody types: words of the name and the commune in any order, without regard to capitals,
 * accents, ligatures, hyphens and apostrophes, each as a part of a word or with a slip in it ("colege", "coeur" for
 * "Sacré-Cœur", "st denis"); or a part of the UAI.
 */
public final class SearchedStructures {
    private static final int MOST = 8;
    /** In a shorter word, a slip makes another word. */
    private static final int FORGIVING_FROM = 4;
    /** Digits, perhaps with the check letter; fewer than three of them are everywhere. */
    private static final Pattern PART_OF_UAI = Pattern.compile("\\d{3,7}[a-z]?");

    private SearchedStructures() {}

    /** A query of their ids; says its parameters. */
    public static String of(String typed, Map<String, Object> params) {
        List<String> words = FoldedWords.of(typed).stream().limit(MOST).toList();
        params.put("uai", uai(typed));
        return words.isEmpty()
                ? "select '' where false"
                : "select structure from structure_name where " + condition(words, params)
                        + " union all select structure from structure where :uai <> '' and uai like :uai";
    }

    private static String uai(String typed) {
        String joined = String.join("", FoldedWords.of(typed));
        return PART_OF_UAI.matcher(joined).matches() ? "%" + joined.toUpperCase(Locale.ROOT) + "%" : "";
    }

    private static String condition(List<String> words, Map<String, Object> params) {
        return IntStream.range(0, words.size())
                .mapToObj(i -> {
                    String word = words.get(i);
                    params.put("part" + i, "%" + word + "%");
                    if (word.length() < FORGIVING_FROM) {
                        return "words like :part" + i;
                    }
                    params.put("word" + i, word);
                    return "(words like :part%1$d or :word%1$d <%% words)".formatted(i);
                })
                .collect(Collectors.joining(" and "));
    }
}
