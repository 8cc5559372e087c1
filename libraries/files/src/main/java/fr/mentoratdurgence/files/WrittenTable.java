package fr.mentoratdurgence.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A table that people take away to a spreadsheet: UTF-8 with BOM, semicolons, and no cell that could run as a formula. */
public final class WrittenTable {
    private static final String BOM = "\uFEFF";
    private static final String STARTS_A_FORMULA = "=+-@\t\r\n";
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setRecordSeparator("\r\n")
            .get();

    private WrittenTable() {}

    /** These rows, the first of which says what the columns are. */
    public static String of(List<List<String>> rows) {
        StringBuilder text = new StringBuilder(BOM);
        try (CSVPrinter csv = new CSVPrinter(text, FORMAT)) {
            for (List<String> row : rows) {
                csv.printRecord(row.stream().map(WrittenTable::harmless).toList());
            }
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
        return text.toString();
    }

    /** A spreadsheet shows the apostrophe's cell as text. */
    private static String harmless(String cell) {
        return !cell.isEmpty() && STARTS_A_FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
