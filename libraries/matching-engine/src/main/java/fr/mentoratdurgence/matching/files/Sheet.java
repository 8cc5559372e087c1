package fr.mentoratdurgence.matching.files;

import fr.mentoratdurgence.files.CellProblem;
import fr.mentoratdurgence.files.Column;
import fr.mentoratdurgence.files.Sentences;
import fr.mentoratdurgence.files.Table;
import fr.mentoratdurgence.files.Words.Kind;
import fr.mentoratdurgence.typed.DepartementCode;
import fr.mentoratdurgence.typed.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A file with a header and known columns. Collects all that is wrong with it before it gives up. */
final class Sheet {
    private static final int MOST_REASONS = 50;
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
    private static final Pattern DEPARTEMENT = Pattern.compile("\\d{2}|2[AB]|9[78]\\d");

    private final String name;
    private final Map<String, Column> columns;
    private final List<String> reasons;
    private final Set<String> keys = new HashSet<>();

    private Sheet(Path file, List<String> columns, List<String> reasons) {
        this.name = String.valueOf(file.getFileName());
        this.columns = columns.stream().collect(Collectors.toMap(column -> column, Column::required));
        this.reasons = reasons;
    }

    /** One row and what may be asked of it. */
    final class Row {
        private final fr.mentoratdurgence.files.Row cells;

        private Row(fr.mentoratdurgence.files.Row cells) {
            this.cells = cells;
        }

        String cell(String column) {
            return cells.get(known(column));
        }

        List<String> items(String column) {
            return cells.list(known(column));
        }

        private Column known(String column) {
            return columns.getOrDefault(column, Column.required(column));
        }

        /** The row's own name, which no other row has. */
        String key(String column) {
            String key = cell(column);
            if (key.isEmpty()) {
                wrong(column, MatchingWords.say("csv.vide"));
            } else if (!keys.add(key)) {
                wrong(column, MatchingWords.say("csv.double", key));
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
            wrong(column, MatchingWords.say("csv.nombre", cell(column), least, most));
            return least;
        }

        /** {@code oui}, {@code non} or empty. */
        @Nullable
        Boolean yes(String column) {
            Optional<Boolean> said = Typed.yesOrNo(cell(column));
            if (said.isEmpty() && !cell(column).isEmpty()) {
                wrong(column, MatchingWords.say("csv.ouinon", cell(column)));
            }
            return said.orElse(null);
        }

        @Nullable
        LocalDate date(String column) {
            Optional<LocalDate> day = Typed.date(cell(column));
            if (day.isEmpty() && !cell(column).isEmpty()) {
                wrong(column, MatchingWords.say("csv.date", cell(column)));
            }
            return day.orElse(null);
        }

        /** The code of a département however it is written: 094 is 94, and 2a is 2A. */
        String departement(String column) {
            String typed = cell(column);
            String code = typed.isEmpty() ? "" : DepartementCode.of(typed);
            if (!code.isEmpty() && !DEPARTEMENT.matcher(code).matches()) {
                wrong(column, MatchingWords.say("csv.departement", typed));
            }
            return code;
        }

        List<String> languages(String column) {
            List<String> languages = items(column);
            for (String language : languages) {
                if (!LANGUAGE.matcher(language).matches()) {
                    wrong(column, MatchingWords.say("csv.langue", language));
                }
            }
            return languages;
        }

        <T> List<T> list(String column, String help, Function<String, Optional<T>> read) {
            List<T> items = new ArrayList<>();
            for (String item : items(column)) {
                read.apply(item)
                        .ifPresentOrElse(items::add, () -> wrong(column, MatchingWords.say("csv.mot", item, help)));
            }
            return items;
        }

        <E extends Enum<E>> List<E> codes(String column, Kind kind, Class<E> codes) {
            return list(column, MatchingWords.all(codes), word -> MatchingWords.code(kind, word, codes));
        }

        void wrong(String column, String reason) {
            complain(MatchingWords.say("csv.case", name, cells.line(), column, reason));
        }
    }

    private void complain(String reason) {
        if (reasons.size() < MOST_REASONS) {
            reasons.add(reason);
        } else if (reasons.size() == MOST_REASONS) {
            reasons.add(MatchingWords.say("csv.trop"));
        }
    }

    private void complain(CellProblem problem) {
        complain(
                problem.column().isEmpty()
                        ? MatchingWords.say("csv.ligne", name, problem.line(), Sentences.of(problem))
                        : MatchingWords.say("csv.case", name, problem.line(), problem.column(), Sentences.of(problem)));
    }

    /** Reads all rows; what is wrong is added to the reasons. */
    static <T> List<T> read(Path file, List<String> columns, List<String> reasons, Function<Row, T> reader) {
        var sheet = new Sheet(file, columns, reasons);
        List<T> rows = new ArrayList<>();
        try {
            Table table = Table.read(
                    Files.readAllBytes(file),
                    columns.stream().map(Column::required).toList());
            for (fr.mentoratdurgence.files.Row row : table.rows()) {
                row.problems().forEach(sheet::complain);
                rows.add(reader.apply(sheet.new Row(row)));
            }
            table.problems().forEach(sheet::complain);
            if (rows.isEmpty() && reasons.isEmpty()) {
                sheet.complain(MatchingWords.say("csv.sansligne", sheet.name));
            }
        } catch (fr.mentoratdurgence.files.FileRefused refused) {
            sheet.complain(MatchingWords.say("csv.fichier", sheet.name, Sentences.of(refused)));
        } catch (NoSuchFileException _) {
            sheet.complain(MatchingWords.say("fichier.absent", file));
        } catch (IOException unreadable) {
            sheet.complain(MatchingWords.say("fichier.illisible", file, unreadable.getMessage()));
        }
        return rows;
    }
}
