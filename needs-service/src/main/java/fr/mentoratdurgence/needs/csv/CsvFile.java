package fr.mentoratdurgence.needs.csv;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table as people really send it: UTF-8 with or without byte order mark, or what an older spreadsheet writes;
 * semicolons, commas or tabs; quotes; headers under other names.
 *
 * @param present the known columns that the file has
 * @param rows the rows that could be read, without the blank ones
 * @param problems where the file could not be read
 */
public record CsvFile(List<CsvColumn> present, List<CsvRow> rows, List<LineProblem> problems) {
    private static final Charset OLD_SPREADSHEETS = Charset.forName("windows-1252");
    private static final String BYTE_ORDER_MARK = "\ufeff";

    /** Whether the file has this column. */
    public boolean has(CsvColumn column) {
        return present.contains(column);
    }

    /**
     * Reads a file.
     *
     * @throws CsvRefused where it is empty or lacks required columns
     */
    public static CsvFile read(byte[] bytes, List<CsvColumn> columns) throws CsvRefused {
        String text = decode(bytes);
        if (text.isBlank()) {
            throw new CsvRefused("import.vide");
        }
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(false)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            Iterator<CSVRecord> records = parser.iterator();
            Map<Integer, CsvColumn> known = header(records.next(), columns);
            return rows(parser, records, known);
        } catch (IOException | UncheckedIOException | IllegalStateException unreadable) {
            throw new CsvRefused("import.illisible");
        }
    }

    private static CsvFile rows(CSVParser parser, Iterator<CSVRecord> records, Map<Integer, CsvColumn> known) {
        List<CsvRow> rows = new ArrayList<>();
        List<LineProblem> problems = new ArrayList<>();
        long line = parser.getCurrentLineNumber() + 1;
        try {
            while (records.hasNext()) {
                CSVRecord next = records.next();
                if (next.stream().anyMatch(cell -> !cell.isBlank())) {
                    rows.add(new CsvRow(line, cells(next, known)));
                }
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (UncheckedIOException | IllegalStateException _) {
            // an open quote swallows the rest of the file: say where it began, keep what came before
            problems.add(LineProblem.at(line, "", "import.guillemet"));
        }
        return new CsvFile(List.copyOf(known.values()), List.copyOf(rows), List.copyOf(problems));
    }

    private static Map<String, String> cells(CSVRecord row, Map<Integer, CsvColumn> known) {
        Map<String, String> cells = new HashMap<>();
        known.forEach((index, column) -> {
            if (index < row.size()) {
                cells.put(column.name(), row.get(index).strip());
            }
        });
        return cells;
    }

    private static Map<Integer, CsvColumn> header(CSVRecord header, List<CsvColumn> columns) throws CsvRefused {
        List<String> found = header.stream().map(CsvFile::plain).toList();
        Map<Integer, CsvColumn> known = new HashMap<>();
        for (CsvColumn column : columns) {
            position(column, found).ifPresent(index -> known.putIfAbsent(index, column));
        }
        String missing = columns.stream()
                .filter(column -> column.required() && !known.containsValue(column))
                .map(CsvColumn::name)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new CsvRefused("import.colonnes-manquantes", missing);
        }
        return known;
    }

    private static Optional<Integer> position(CsvColumn column, List<String> found) {
        return Stream.concat(Stream.of(column.name()), column.aliases().stream())
                .map(name -> found.indexOf(plain(name)))
                .filter(index -> index >= 0)
                .findFirst();
    }

    /** Letters and digits only, lower case, no accents. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "");
    }

    private static String decode(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            text = new String(bytes, OLD_SPREADSHEETS);
        }
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static char delimiter(String text) {
        String header = text.lines().findFirst().orElse("");
        return Stream.of(';', ',', '\t')
                .max((a, b) -> Long.compare(count(header, a), count(header, b)))
                .orElse(';');
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }
}
