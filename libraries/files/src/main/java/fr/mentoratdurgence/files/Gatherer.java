package fr.mentoratdurgence.files;

import fr.mentoratdurgence.typed.Typed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Takes the rows of a file one by one and keeps of each what stands in a known column. */
final class Gatherer {
    private final List<Column> columns;
    private final Map<Integer, Column> known = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<CellProblem> problems = new ArrayList<>();
    private boolean headed;

    Gatherer(List<Column> columns) {
        this.columns = columns;
    }

    /** The next row; blank ones are passed over, the first other one is the header. */
    void take(Written row) throws FileRefused {
        if (row.isBlank()) {
            return;
        }
        if (headed) {
            rows.add(row(row));
        } else {
            header(row);
            headed = true;
        }
    }

    void stopped(CellProblem problem) {
        problems.add(problem);
    }

    Table table() throws FileRefused {
        if (!headed) {
            throw new FileRefused("fichier.vide");
        }
        return new Table(List.copyOf(known.values()), List.copyOf(rows), List.copyOf(problems));
    }

    private void header(Written header) throws FileRefused {
        List<String> found = header.cells().stream()
                .map(cell -> Typed.plain(Decoded.heading(cell)))
                .toList();
        for (Column column : columns) {
            column.among(found).ifPresent(at -> known.putIfAbsent(at, column));
        }
        String missing = columns.stream()
                .filter(column -> column.required() && !known.containsValue(column))
                .map(Column::name)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new FileRefused("fichier.colonnes-manquantes", missing);
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
