package fr.mentoratdurgence.files;

import java.util.List;

/**
 * A table as people really send it: in whatever encoding, with semicolons, commas or tabs, or as a workbook; headers under
 * other names; blank rows.
 *
 * @param present the known columns that the file has
 * @param rows the rows, without the blank ones
 * @param problems where the file could not be read to its end
 */
public record Table(List<Column> present, List<Row> rows, List<CellProblem> problems) {

    /** Whether the file has this column. */
    public boolean has(Column column) {
        return present.contains(column);
    }

    /**
     * Reads a file, CSV or XLSX.
     *
     * @throws FileRefused where it is empty, of another kind or too big, or lacks required columns
     */
    public static Table read(byte[] bytes, List<Column> columns) throws FileRefused {
        if (bytes.length > Limits.FILE) {
            throw new FileRefused("fichier.trop-gros", Limits.FILE / Limits.MEGABYTE);
        }
        var rows = new Gatherer(columns);
        if (Workbook.is(bytes)) {
            Workbook.read(bytes, rows);
        } else {
            SeparatedText.read(Decoded.of(bytes), columns, rows);
        }
        return rows.table();
    }
}
