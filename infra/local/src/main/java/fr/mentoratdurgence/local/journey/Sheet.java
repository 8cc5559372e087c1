package fr.mentoratdurgence.local.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A table with a header, as spreadsheets write it; column names are compared without case and accents. */
record Sheet(List<Map<String, String>> rows) {
    static Sheet read(String csv) {
        String text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
        var format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter(text)).get();
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

    /** UTF-8, or what an older spreadsheet on Windows writes. */
    static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    private static char delimiter(String text) {
        String header = text.lines().findFirst().orElse("");
        return Stream.of(';', ',', '\t')
                .max(Comparator.comparingLong(
                        mark -> header.chars().filter(c -> c == mark).count()))
                .orElse(';');
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
