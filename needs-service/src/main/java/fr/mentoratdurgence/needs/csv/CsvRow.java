package fr.mentoratdurgence.needs.csv;

import java.util.Map;

/**
 * One row of a file.
 *
 * @param line line of the file on which the row begins
 * @param cells what stands in the known columns, trimmed
 */
public record CsvRow(long line, Map<String, String> cells) {

    /** The cell's text; empty where the column is missing or the row is too short. */
    public String get(CsvColumn column) {
        return cells.getOrDefault(column.name(), "");
    }
}
