package fr.mentoratdurgence.platform;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The order in which programs read a long list to its end, portion by portion: by what never changes of a row, the oldest
 * first, so that nothing is left out or comes twice while rows come and go. A portion goes on after the last row of the one
 * before, along an index of these columns, and so costs what it shows.
 *
 * @param keys columns of the list, which stand in its rows; none is ever null, the last makes the order unambiguous
 */
public record ReadingOrder(List<Key> keys) {
    /** Rows of a portion. */
    public static final int PORTION = 500;

    private static final String BETWEEN = "|";

    /** What stands in a column. */
    public enum Kind {
        /** A day. */
        DAY {
            @Override
            Object read(String written) {
                return LocalDate.parse(written);
            }

            @Override
            String write(ResultSet row, String column) throws SQLException {
                return row.getObject(column, LocalDate.class).toString();
            }
        },
        /** An instant. */
        MOMENT {
            @Override
            Object read(String written) {
                return Instant.parse(written).atOffset(ZoneOffset.UTC);
            }

            @Override
            String write(ResultSet row, String column) throws SQLException {
                return row.getObject(column, OffsetDateTime.class).toInstant().toString();
            }
        },
        /** A number. */
        NUMBER {
            @Override
            Object read(String written) {
                return Integer.valueOf(written);
            }

            @Override
            String write(ResultSet row, String column) throws SQLException {
                return String.valueOf(row.getInt(column));
            }
        },
        /** An id. */
        ID {
            @Override
            Object read(String written) {
                return written;
            }

            @Override
            String write(ResultSet row, String column) throws SQLException {
                return row.getString(column);
            }
        };

        abstract Object read(String written);

        abstract String write(ResultSet row, String column) throws SQLException;
    }

    /** One column. */
    public record Key(String column, Kind kind) {}

    /** An order by a column of days. */
    public static ReadingOrder byDay(String column) {
        return new ReadingOrder(List.of()).then(column, Kind.DAY);
    }

    /** An order by a column of instants. */
    public static ReadingOrder byMoment(String column) {
        return new ReadingOrder(List.of()).then(column, Kind.MOMENT);
    }

    /** An order by a column of ids. */
    public static ReadingOrder byId(String column) {
        return new ReadingOrder(List.of()).then(column, Kind.ID);
    }

    /** Then by a column of instants. */
    public ReadingOrder thenMoment(String column) {
        return then(column, Kind.MOMENT);
    }

    /** Then by a column of ids. */
    public ReadingOrder thenId(String column) {
        return then(column, Kind.ID);
    }

    /** Then by a column of numbers. */
    public ReadingOrder thenNumber(String column) {
        return then(column, Kind.NUMBER);
    }

    private ReadingOrder then(String column, Kind kind) {
        List<Key> more = new ArrayList<>(keys);
        more.add(new Key(column, kind));
        return new ReadingOrder(List.copyOf(more));
    }

    /**
     * A reading that goes on at this place.
     *
     * @param cursor as the portion before named it ({@link Portion#next}); empty at the beginning
     * @throws InvalidInput where it is none of this list's
     */
    public Reading from(String cursor) {
        return new Reading(this, cursor.isEmpty() ? List.of() : place(cursor));
    }

    private List<Object> place(String cursor) {
        List<Object> place = new ArrayList<>();
        try {
            String[] written =
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\" + BETWEEN, -1);
            if (written.length == keys.size()) {
                for (int i = 0; i < written.length; i++) {
                    place.add(keys.get(i).kind().read(written[i]));
                }
            }
        } catch (IllegalArgumentException | DateTimeException _) {
            place.clear();
        }
        if (place.size() != keys.size() || place.toString().indexOf('\0') >= 0) {
            new Violations().add("after", "probleme.suite").throwIfAny();
        }
        return place;
    }

    /** Where a row stands, as a cursor. */
    String cursor(ResultSet row) throws SQLException {
        List<String> written = new ArrayList<>();
        for (Key key : keys) {
            written.add(key.kind().write(row, key.column()));
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(BETWEEN, written).getBytes(StandardCharsets.UTF_8));
    }
}
