package fr.mentoratdurgence.files;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file, row by row; the answer of every import.
 *
 * @param accepted rows that made something new
 * @param updated rows that changed something known
 * @param unchanged rows that said what was known
 * @param rejected rows that somebody has to correct
 * @param inQuestion rows that somebody has to decide on: they changed nothing
 * @param rows each row, in the order of the file; of a big file only those that are neither new nor unchanged
 * @param errors what is to be corrected or decided, in the order of the file
 */
public record ImportReport(
        int accepted, int updated, int unchanged, int rejected, int inQuestion, List<Told> rows, List<Reason> errors) {
    private static final int MOST_ROWS = 2_000;
    private static final int MOST_REASONS = 1_000;

    /** What became of one row. */
    public enum State {
        NEW,
        UPDATED,
        UNCHANGED,
        REFUSED,
        IN_QUESTION
    }

    /**
     * One row.
     *
     * @param line line of the file, the header is 1
     * @param id what the row is about here; null where it is nothing yet
     */
    public record Told(long line, State state, @Nullable String id) {}

    /**
     * What an importing person reads about one cell.
     *
     * @param column the column to look at; empty where it is the whole line
     * @param reason a French sentence
     */
    public record Reason(long line, String column, String reason) {}

    /** Gathers what becomes of a file. */
    public static final class Builder {
        private final Function<CellProblem, String> words;
        private final List<Told> rows = new ArrayList<>();
        private final List<CellProblem> problems = new ArrayList<>();

        /** @param words says a problem in French */
        public Builder(Function<CellProblem, String> words) {
            this.words = words;
        }

        /** A row that was taken, or said what was known. */
        public Builder row(long line, State state, @Nullable String id) {
            rows.add(new Told(line, state, id));
            return this;
        }

        /** A row that somebody has to correct or to decide on. */
        public Builder row(long line, State state, List<CellProblem> why) {
            rows.add(new Told(line, state, null));
            problems.addAll(why);
            return this;
        }

        /** Rows that could not be read, each with all that is wrong in it. */
        public Builder refused(List<CellProblem> all) {
            all.stream()
                    .collect(Collectors.groupingBy(CellProblem::line, TreeMap::new, Collectors.toList()))
                    .forEach((line, why) -> row(line, State.REFUSED, why));
            return this;
        }

        /** Something more to say about a row. */
        public Builder note(CellProblem problem) {
            problems.add(problem);
            return this;
        }

        /** The report. */
        public ImportReport report() {
            Map<State, Integer> counts = new EnumMap<>(State.class);
            rows.forEach(row -> counts.merge(row.state(), 1, Integer::sum));
            List<Reason> reasons = problems.stream()
                    .sorted(Comparator.comparingLong(CellProblem::line))
                    .limit(MOST_REASONS)
                    .map(problem -> new Reason(problem.line(), problem.column(), words.apply(problem)))
                    .toList();
            return new ImportReport(
                    counts.getOrDefault(State.NEW, 0),
                    counts.getOrDefault(State.UPDATED, 0),
                    counts.getOrDefault(State.UNCHANGED, 0),
                    counts.getOrDefault(State.REFUSED, 0),
                    counts.getOrDefault(State.IN_QUESTION, 0),
                    rows.stream()
                            .filter(row -> rows.size() <= MOST_ROWS
                                    || (row.state() != State.NEW && row.state() != State.UNCHANGED))
                            .sorted(Comparator.comparingLong(Told::line))
                            .limit(MOST_ROWS)
                            .toList(),
                    reasons);
        }
    }
}
