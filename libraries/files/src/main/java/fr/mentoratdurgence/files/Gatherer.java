package fr.mentoratdurgence.files;

import fr.mentoratdurgence.typed.Typed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes the rows of a file one by one and keeps of each what stands in a known column. */
final class Gatherer {
    private final List<Column> columns;
    private final Map<Integer, Column> known = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<CellProblem> problems = new ArrayList<>();
    private @Nullable List<String> headings;
    private @Nullable FileRefused noHeader;
    private int above;
    private int most;

    Gatherer(List<Column> columns) {
        this.columns = columns;
    }

    /**
     * The next row; blank ones are passed over, the first that names what must be there is the header, and where it stands
     * again, as in files put one below the other, it is no row.
     */
    void take(Written row) throws FileRefused {
        if (row.isBlank()) {
            return;
        }
        List<String> plain = row.cells().stream()
                .map(cell -> Typed.plain(Decoded.heading(cell)))
                .toList();
        if (headings == null) {
            header(plain);
        } else if (!plain.equals(headings)) {
            rows.add(row(row));
        }
    }

    void stopped(CellProblem problem) {
        problems.add(problem);
    }

    Table table() throws FileRefused {
        if (headings == null) {
            throw noHeader == null ? new FileRefused("fichier.vide") : noHeader;
        }
        return new Table(List.copyOf(known.values()), List.copyOf(rows), List.copyOf(problems));
    }

    private void header(List<String> found) throws FileRefused {
        known.clear();
        for (Column column : columns) {
            column.among(found).ifPresent(at -> known.putIfAbsent(at, column));
        }
        String missing = columns.stream()
                .filter(column -> column.required() && !known.containsValue(column))
                .map(Column::name)
                .collect(Collectors.joining(", "));
        if (missing.isEmpty()) {
            headings = found;
            return;
        }
        // the row that comes nearest to a header says what is missing
        if (noHeader == null || known.size() > most) {
            noHeader = new FileRefused("fichier.colonnes-manquantes", missing);
            most = known.size();
        }
        if (++above >= SeparatedText.ROWS_ABOVE) {
            throw noHeader;
        }
    }

    private Row row(Written written) {
        Map<String, String> cells = new HashMap<>();
        List<CellProblem> unreadable = new ArrayList<>();
        known.forEach((at, column) -> {
            String cell = at < written.cells().size() ? written.cells().get(at) : "";
            if (!Typed.isReadable(cell)) {
                unreadable.add(CellProblem.at(written.line(), column.name(), "fichier.signe"));
            }
            cells.put(column.name(), cell);
        });
        return new Row(written.line(), cells, List.copyOf(unreadable));
    }
}
