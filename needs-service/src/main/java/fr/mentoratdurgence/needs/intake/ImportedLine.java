package fr.mentoratdurgence.needs.intake;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What became of one line of a file.
 *
 * @param need the need that it belongs to now
 */
public record ImportedLine(Fate fate, String need) {

    /** What a line of a file may become. */
    public enum Fate {
        /** Declared. */
        DECLARED,
        /** Declared again: the structure's earlier need of this kind was withdrawn. */
        DECLARED_AGAIN,
        /** What is known was brought up to date. */
        UPDATED,
        /** Already known like this. */
        UNCHANGED,
        /** Says otherwise what mentors are sought for already, or whose public it is: a référent decides. */
        IN_QUESTION
    }

    static String written(List<ImportedLine> lines) {
        return lines.stream().map(line -> line.fate + " " + line.need).collect(Collectors.joining(","));
    }

    /** Reads the answer of the command. */
    public static List<ImportedLine> read(String answer) {
        return Arrays.stream(answer.split(",", -1))
                .map(line -> line.split(" ", 2))
                .map(parts -> new ImportedLine(Fate.valueOf(parts[0]), parts[1]))
                .toList();
    }
}
