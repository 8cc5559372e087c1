package fr.mentoratdurgence.needs.csv;

import fr.mentoratdurgence.platform.Texts;
import java.util.List;

/**
 * What an importing person reads about one row.
 *
 * @param line line of the file, the header is 1
 * @param column the column to look at
 * @param reason a French sentence
 */
public record FileProblem(long line, String column, String reason) {

    /** The problems in words, in the order of the file. */
    public static List<FileProblem> inWords(List<LineProblem> problems, Texts texts) {
        return problems.stream()
                .sorted((a, b) -> Long.compare(a.line(), b.line()))
                .map(p -> new FileProblem(
                        p.line(), p.column(), texts.of(p.key(), p.args().toArray())))
                .toList();
    }
}
