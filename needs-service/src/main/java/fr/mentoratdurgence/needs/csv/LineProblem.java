package fr.mentoratdurgence.needs.csv;

import java.util.List;

/**
 * Something a person has to correct in a file.
 *
 * @param line line of the file, the header is 1
 * @param column the column as our documentation names it
 * @param key key of the French sentence
 * @param args what the sentence names; never a person's data
 */
public record LineProblem(long line, String column, String key, List<Object> args) {
    /** A problem whose sentence names the given values. */
    public static LineProblem at(long line, String column, String key, Object... args) {
        return new LineProblem(line, column, key, List.of(args));
    }
}
