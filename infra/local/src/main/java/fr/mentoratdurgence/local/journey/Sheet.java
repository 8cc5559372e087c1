package fr.mentoratdurgence.local.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A table with a header, separated by semicolons; column names are compared without case and accents. */
record Sheet(List<Map<String, String>> rows) {
    static Sheet read(String csv) {
        String text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
        var format = CSVFormat.DEFAULT.builder().setDelimiter(';').get();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            var rows = new ArrayList<Map<String, String>>();
            List<String> header = List.of();
            for (CSVRecord cells : parser) {
                if (header.isEmpty()) {
                    header = cells.stream().map(Sheet::plain).toList();
                } else if (cells.size() > 1) {
                    rows.add(row(header, cells));
                }
            }
            return new Sheet(List.copyOf(rows));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> row(List<String> header, CSVRecord cells) {
        var row = new HashMap<String, String>();
        for (int i = 0; i < Math.min(header.size(), cells.size()); i++) {
            row.put(header.get(i), cells.get(i).strip());
        }
        return row;
    }

    static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "");
    }

    /** The first of these columns that the row has. */
    static String cell(Map<String, String> row, String... names) {
        for (String name : names) {
            String value = row.get(plain(name));
            if (value != null) {
                return value;
            }
        }
        return "";
    }

    static List<String> list(String cell) {
        return cell.isBlank() ? List.of() : List.of(cell.split("\\s*\\|\\s*"));
    }
}
