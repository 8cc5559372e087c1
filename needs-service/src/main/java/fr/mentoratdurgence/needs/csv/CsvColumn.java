package fr.mentoratdurgence.needs.csv;

import java.util.List;

/**
 * A column that a file may have under several names.
 *
 * @param name as our documentation names it
 * @param required whether a file without it is refused
 * @param aliases other spellings; case, accents, spaces and underscores do not count
 */
public record CsvColumn(String name, boolean required, List<String> aliases) {
    /** A column that the file must have. */
    public static CsvColumn required(String name, String... aliases) {
        return new CsvColumn(name, true, List.of(aliases));
    }

    /** A column that the file may have. */
    public static CsvColumn optional(String name, String... aliases) {
        return new CsvColumn(name, false, List.of(aliases));
    }
}
