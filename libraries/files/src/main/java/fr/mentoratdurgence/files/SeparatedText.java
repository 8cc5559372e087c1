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
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Rows of a text with separators: semicolons, commas, tabs or bars, whichever makes the better header. */
final class SeparatedText {
    private static final List<Character> SEPARATORS = List.of(';', ',', '\t', '|');

    /** What Excel writes for itself on the first line: {@code sep=;}. */
    private static final Pattern OWN_LINE = Pattern.compile(
            "\\s*+\"?+ {0,3}sep {0,3}= {0,3}(.)\"?+[;, \\t]*+(?:\\r\\n|\\r|\\n)", Pattern.CASE_INSENSITIVE);

    /** What the first signs of other kinds of files are. */
    private static final Pattern NO_TABLE = Pattern.compile(
            "%PDF|<(?:\\?xml|!doctype|html|table)|\\{\\\\rtf|\\[\\s*\\{|\\{\\s*\"|\u2030PNG|GIF8|\u00ff\u00d8\u00ff|\u001f\u2039",
            Pattern.CASE_INSENSITIVE);

    /** Where a program or a person wrote a title above the table, its header is further down, but not far. */
    static final int ROWS_ABOVE = 10;

    private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n|\\r|\\n");

    private SeparatedText() {}

    static void read(String text, List<Column> columns, Gatherer rows) throws FileRefused {
        if (NO_TABLE.matcher(text.stripLeading()).lookingAt()) {
            throw new FileRefused("fichier.autre");
        }
        Matcher own = OWN_LINE.matcher(text);
        boolean said = own.lookingAt();
        String table = said ? text.substring(own.end()) : text;
        char separator = separator(table, said ? own.group(1).charAt(0) : ';', columns);
        parse(
                table,
                separator,
                said ? (int) LINE_ENDS.matcher(own.group()).results().count() : 0,
                rows);
    }

    private static void parse(String table, char separator, int linesBefore, Gatherer rows) throws FileRefused {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .setTrailingData(true)
                .setIgnoreSurroundingSpaces(true)
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

    /** The separator with which a line near the top names most columns; the one that was said, where none does better. */
    private static char separator(String table, char said, List<Column> columns) {
        List<String> lines = LINE_ENDS
                .splitAsStream(table.substring(0, Math.min(table.length(), ROWS_ABOVE * Limits.CELL)))
                .filter(line -> !Typed.plain(line).isEmpty())
                .limit(ROWS_ABOVE)
                .toList();
        return Stream.concat(Stream.of(said), SEPARATORS.stream())
                .filter(separator -> "\"\r\n".indexOf(separator) < 0)
                .max(Comparator.<Character>comparingLong(separator -> lines.stream()
                                .mapToLong(line -> recognised(line, separator, columns))
                                .max()
                                .orElse(0))
                        .thenComparing(separator -> separator == said))
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
