package fr.mentoratdurgence.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** One portion of a list that is read in its {@link ReadingOrder}: what the query has to say, and what it brings. */
public final class Reading {
    private final ReadingOrder order;
    private final List<Object> place;

    /** What a row becomes; null where this version cannot show it. */
    @FunctionalInterface
    public interface Row<T> {
        /** Reads it. */
        @Nullable
        T read(ResultSet row) throws SQLException;
    }

    private record Found<T>(String cursor, @Nullable T row) {}

    Reading(ReadingOrder order, List<Object> place) {
        this.order = order;
        this.place = place;
    }

    /** The condition on rows of {@code table}, with parameters that {@link #portion} gives. */
    public String condition(String table) {
        return place.isEmpty()
                ? "true"
                : "(" + order(table) + ") > "
                        + IntStream.range(0, place.size())
                                .mapToObj(i -> ":after" + i)
                                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** The columns to order rows of {@code table} by. */
    public String order(String table) {
        return order.keys().stream().map(key -> table + "." + key.column()).collect(Collectors.joining(", "));
    }

    /** The same rows, as far as they come after the place; to be ordered and cut as {@link #order} and {@link #end} say. */
    public FirstRows in(FirstRows rows) {
        return new FirstRows(
                rows.table(),
                rows.cases().stream().map(one -> one + " and " + condition("t")).toList(),
                order("t"));
    }

    /** How many rows to ask for: one more than are shown tells whether there are more. */
    public int end() {
        return ReadingOrder.PORTION + 1;
    }

    /** Asks; the query is ordered, and ends after {@link #end} rows. */
    public <T> Portion<T> portion(StatementSpec query, Row<T> rows) {
        StatementSpec asked = query;
        for (int i = 0; i < place.size(); i++) {
            asked = asked.param("after" + i, place.get(i));
        }
        List<Found<T>> found = asked.query((row, _) -> new Found<>(order.cursor(row), rows.read(row)))
                .list();
        boolean more = found.size() > ReadingOrder.PORTION;
        List<Found<T>> shown = more ? found.subList(0, ReadingOrder.PORTION) : found;
        return new Portion<>(
                shown.stream().map(Found::row).filter(Objects::nonNull).toList(),
                more ? shown.getLast().cursor() : null);
    }
}
