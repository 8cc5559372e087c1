package fr.mentoratdurgence.matching.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** A CSV file with {@code ;}, a header and known columns. Collects all that is wrong with it before it gives up. */
final class Sheet {
    private static final int MOST_REASONS = 50;
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
    private static final Pattern DEPARTEMENT = Pattern.compile("[0-9A-Za-z]{2,4}");

    private final String name;
    private final List<String> columns;
    private final List<String> reasons;
    private final Set<String> keys = new HashSet<>();
    private long line;

    private Sheet(Path file, List<String> columns, List<String> reasons) {
        this.name = String.valueOf(file.getFileName());
        this.columns = columns;
        this.reasons = reasons;
    }

    /** One row and what may be asked of it. */
    final class Row {
        private final CSVRecord cells;

        private Row(CSVRecord cells) {
            this.cells = cells;
        }

        String cell(String column) {
            return cells.get(columns.indexOf(column)).strip();
        }

        /** The row's own name, which no other row has. */
        String key(String column) {
            String key = cell(column);
            if (key.isEmpty()) {
                wrong(column, Words.say("csv.vide"));
            } else if (!keys.add(key)) {
                wrong(column, Words.say("csv.double", key));
            }
            return key;
        }

        int number(String column, int least, int most) {
            try {
                int number = Integer.parseInt(cell(column));
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException _) {
                // said below
            }
            wrong(column, Words.say("csv.nombre", cell(column), least, most));
            return least;
        }

        /** {@code oui}, {@code non} or empty. */
        @Nullable
        Boolean yes(String column) {
            return switch (Words.plain(cell(column))) {
                case "" -> null;
                case "oui" -> true;
                case "non" -> false;
                default -> {
                    wrong(column, Words.say("csv.ouinon", cell(column)));
                    yield null;
                }
            };
        }

        @Nullable
        LocalDate date(String column) {
            if (cell(column).isEmpty()) {
                return null;
            }
            try {
                return LocalDate.parse(cell(column));
            } catch (DateTimeException _) {
                wrong(column, Words.say("csv.date", cell(column)));
                return null;
            }
        }

        String departement(String column) {
            String code = cell(column);
            if (!code.isEmpty() && !DEPARTEMENT.matcher(code).matches()) {
                wrong(column, Words.say("csv.departement", code));
            }
            return code;
        }

        List<String> languages(String column) {
            List<String> languages = Words.list(cell(column));
            for (String language : languages) {
                if (!LANGUAGE.matcher(language).matches()) {
                    wrong(column, Words.say("csv.langue", language));
                }
            }
            return languages;
        }

        <T> List<T> list(String column, String help, Function<String, Optional<T>> read) {
            List<T> items = new ArrayList<>();
            for (String item : Words.list(cell(column))) {
                read.apply(item).ifPresentOrElse(items::add, () -> wrong(column, Words.say("csv.mot", item, help)));
            }
            return items;
        }

        <E extends Enum<E>> List<E> codes(String column, String kind, Class<E> codes) {
            return list(column, Words.all(kind), word -> Words.code(kind, word, codes));
        }

        void wrong(String column, String reason) {
            complain(Words.say("csv.case", name, line, column, reason));
        }
    }

    private void complain(String reason) {
        if (reasons.size() < MOST_REASONS) {
            reasons.add(reason);
        } else if (reasons.size() == MOST_REASONS) {
            reasons.add(Words.say("csv.trop"));
        }
    }

    /** Reads all rows; what is wrong is added to the reasons. */
    static <T> List<T> read(Path file, List<String> columns, List<String> reasons, Function<Row, T> reader) {
        Sheet sheet = new Sheet(file, columns, reasons);
        List<T> rows = new ArrayList<>();
        try (BufferedReader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            text.mark(1);
            if (text.read() != '\uFEFF') {
                text.reset();
            }
            CSVFormat format = CSVFormat.DEFAULT
                    .builder()
                    .setDelimiter(';')
                    .setIgnoreEmptyLines(true)
                    .get();
            boolean header = true;
            try (CSVParser parser = CSVParser.parse(text, format)) {
                for (CSVRecord cells : parser) {
                    sheet.line = parser.getCurrentLineNumber();
                    if (header) {
                        if (!sheet.header(cells)) {
                            return List.of();
                        }
                        header = false;
                    } else if (cells.size() != sheet.columns.size()) {
                        sheet.complain(
                                Words.say("csv.cases", sheet.name, sheet.line, cells.size(), sheet.columns.size()));
                    } else {
                        rows.add(reader.apply(sheet.new Row(cells)));
                    }
                }
            }
            if (header) {
                sheet.complain(Words.say("csv.sansentete", sheet.name, String.join(";", columns)));
            } else if (rows.isEmpty() && reasons.isEmpty()) {
                sheet.complain(Words.say("csv.sansligne", sheet.name));
            }
        } catch (NoSuchFileException _) {
            sheet.complain(Words.say("fichier.absent", file));
        } catch (CharacterCodingException _) {
            sheet.complain(Words.say("fichier.utf8", sheet.name));
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            boolean badText = unreadable instanceof java.io.UncheckedIOException
                    && unreadable.getCause() instanceof CharacterCodingException;
            sheet.complain(
                    badText
                            ? Words.say("fichier.utf8", sheet.name)
                            : Words.say("fichier.illisible", file, unreadable.getMessage()));
        }
        return rows;
    }

    private boolean header(CSVRecord cells) {
        List<String> found = cells.stream().map(String::strip).toList();
        List<String> unknown = found.stream().filter(c -> !columns.contains(c)).toList();
        List<String> missing = columns.stream().filter(c -> !found.contains(c)).toList();
        if (!unknown.isEmpty()) {
            complain(Words.say("csv.inconnue", name, String.join(", ", unknown), String.join(";", columns)));
        }
        if (!missing.isEmpty()) {
            complain(Words.say("csv.manquante", name, String.join(", ", missing)));
        }
        if (unknown.isEmpty() && missing.isEmpty() && !found.equals(columns)) {
            complain(Words.say("csv.ordre", name, String.join(";", columns)));
        }
        return found.equals(columns);
    }
}
