package fr.mentoratdurgence.files;

import fr.mentoratdurgence.typed.Typed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Rows of a text with separators: semicolons, commas, tabs or bars, whichever makes the better header. */
final class SeparatedText {
    private static final List<Character> SEPARATORS = List.of(';', ',', '\t', '|');

    /** What Excel writes for itself on the first line: {@code sep=;}. */
    private static final Pattern OWN_LINE =
            Pattern.compile("\\s*\"?sep=(.)\"?[;,\\t]*\\r?\\n", Pattern.CASE_INSENSITIVE);

    private SeparatedText() {}

    static void read(String text, List<Column> columns, Gatherer rows) throws FileRefused {
        if (text.startsWith("%PDF")) {
            throw new FileRefused("fichier.autre");
        }
        Matcher own = OWN_LINE.matcher(text);
        boolean said = own.lookingAt();
        String table = said ? text.substring(own.end()) : text;
        char separator = said ? own.group(1).charAt(0) : separator(header(table), columns);
        if (separator == '"' || separator == '\r') {
            throw new FileRefused("fichier.illisible");
        }
        parse(table, separator, said ? 1 : 0, rows);
    }

    private static void parse(String table, char separator, int linesBefore, Gatherer rows) throws FileRefused {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .setTrailingData(true)
                .get();
        long line = linesBefore + 1L;
        try (CSVParser parser = CSVParser.parse(new Guard(table, separator), format)) {
            Iterator<CSVRecord> records = parser.iterator();
            while (records.hasNext()) {
                rows.take(new Written(line, records.next().toList()));
                line = linesBefore + parser.getCurrentLineNumber() + 1;
            }
        } catch (UncheckedIOException | IllegalStateException stopped) {
            stop(stopped.getCause(), line, rows);
        } catch (IOException stopped) {
            stop(stopped, line, rows);
        }
    }

    /** An open quote swallows the rest of the file: say where it began, keep what came before. */
    private static void stop(@Nullable Throwable cause, long line, Gatherer rows) throws FileRefused {
        if (cause instanceof Guard.Exceeded exceeded) {
            throw exceeded.refused();
        }
        rows.stopped(CellProblem.at(line, "", "fichier.guillemet"));
    }

    private static String header(String table) {
        int from = 0;
        while (from < table.length()) {
            int end = table.indexOf('\n', from);
            String line = table.substring(from, Math.min(end < 0 ? table.length() : end, from + Limits.CELL));
            if (!Typed.plain(line).isEmpty()) {
                return line;
            }
            if (end < 0) {
                break;
            }
            from = end + 1;
        }
        return "";
    }

    private static char separator(String header, List<Column> columns) {
        return SEPARATORS.stream()
                .max(Comparator.<Character>comparingLong(separator -> recognised(header, separator, columns))
                        .thenComparingLong(separator ->
                                header.chars().filter(c -> c == separator).count()))
                .orElse(';');
    }

    private static long recognised(String header, char separator, List<Column> columns) {
        List<String> cells = Arrays.stream(header.split(Pattern.quote(String.valueOf(separator)), -1))
                .map(cell -> Typed.plain(Decoded.heading(cell)))
                .toList();
        return columns.stream()
                .filter(column -> column.among(cells).isPresent())
                .count();
    }
}
