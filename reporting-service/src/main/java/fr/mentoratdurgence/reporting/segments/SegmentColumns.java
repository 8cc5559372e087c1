package fr.mentoratdurgence.reporting.segments;

import fr.mentoratdurgence.reporting.ledger.Field;
import fr.mentoratdurgence.reporting.ledger.Kind;
import fr.mentoratdurgence.sealing.Sha256;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The columns of a segment: the fact as it was received, and beside it what the folds read of it, in columns of its
 * own, so that neither an analyst nor a replay has to open a body.
 */
final class SegmentColumns {
    /** What was read of a fact; the figures are those of the file. */
    static final int READ = 0;

    static final int UNREAD = 1;
    static final int UNKNOWN = 2;
    static final int UNREADABLE = 3;

    /** How a component is kept. */
    record Column(String name, String sqlType) {}

    /** Components that have a column of their own; the day of a fact stands in {@code told_on}, lines and floors in a text. */
    private static final List<Field> COMPONENTS = Arrays.stream(Field.values())
            .filter(field -> field.form() != Field.Form.LINES && field.form() != Field.Form.FLOORS)
            .filter(field -> field.form() != Field.Form.DAY
                    || field == Field.NEED_DECLARED_ON
                    || field == Field.WAS_HELD_ON
                    || field == Field.UNTIL)
            .toList();

    private static final List<Column> ALL = all();

    private SegmentColumns() {}

    static List<Field> components() {
        return COMPONENTS;
    }

    static List<Column> columns() {
        return ALL;
    }

    static String declarations() {
        return ALL.stream()
                .map(column -> '"' + column.name() + "\" " + column.sqlType())
                .collect(Collectors.joining(", "));
    }

    static String name(Field field) {
        StringBuilder name = new StringBuilder();
        for (char letter : field.component().toCharArray()) {
            if (Character.isUpperCase(letter)) {
                name.append('_');
            }
            name.append(Character.toLowerCase(letter));
        }
        return name.toString();
    }

    static String high(Field field) {
        return name(field) + "_high";
    }

    static String low(Field field) {
        return name(field) + "_low";
    }

    /**
     * A name for what this build reads of which contract. A segment that was sealed by a build that read otherwise is
     * read from its bodies.
     */
    static String reading() {
        StringBuilder text = new StringBuilder();
        for (Kind kind : Kind.values()) {
            text.append(kind.type())
                    .append(' ')
                    .append(kind.stream())
                    .append(' ')
                    .append(kind.day());
            kind.read()
                    .forEach(field -> text.append(' ')
                            .append(field)
                            .append(kind.required().contains(field) ? "!" : ""));
            text.append('\n');
        }
        ALL.forEach(column -> text.append(column).append('\n'));
        return Sha256.hex(text.toString()).substring(0, 16);
    }

    private static List<Column> all() {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("event_id", "varchar"),
                new Column("recorded_at", "timestamp"),
                new Column("source", "varchar"),
                new Column("type", "varchar"),
                new Column("subject", "varchar"),
                new Column("sequence", "bigint"),
                new Column("subject_high", "bigint"),
                new Column("subject_low", "bigint"),
                new Column("reading", "tinyint"),
                new Column("happened_on", "date"),
                new Column("told_on", "date")));
        for (Field field : COMPONENTS) {
            switch (field.form()) {
                case ID -> {
                    columns.add(new Column(high(field), "bigint"));
                    columns.add(new Column(low(field), "bigint"));
                }
                case CODE, CODES -> columns.add(new Column(name(field), "varchar"));
                case COUNT -> columns.add(new Column(name(field), "integer"));
                case FLAG -> columns.add(new Column(name(field), "boolean"));
                case DAY -> columns.add(new Column(name(field), "date"));
                case INSTANT -> columns.add(new Column(name(field), "timestamp"));
                case LINES, FLOORS -> throw new IllegalStateException("lines have no column");
            }
        }
        columns.add(new Column("lines", "varchar"));
        columns.add(new Column("attributes", "varchar"));
        columns.add(new Column("data", "varchar"));
        return List.copyOf(columns);
    }
}
