package fr.mentoratdurgence.files;

import java.util.List;

/**
 * Something a person has to correct in a file.
 *
 * @param line line of the file, the header is 1
 * @param column the column as our documentation names it; empty where it is the whole line
 * @param key key of the French sentence
 * @param args what the sentence names
 */
public record CellProblem(long line, String column, String key, List<Object> args) {
    /** A problem whose sentence names the given values. */
    public static CellProblem at(long line, String column, String key, Object... args) {
        return new CellProblem(line, column, key, List.of(args));
    }
}
