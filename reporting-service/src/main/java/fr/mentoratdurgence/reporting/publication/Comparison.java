package fr.mentoratdurgence.reporting.publication;

import fr.mentoratdurgence.reporting.bilan.Axis;
import fr.mentoratdurgence.reporting.bilan.Bilan;
import fr.mentoratdurgence.reporting.bilan.Catalogue;
import fr.mentoratdurgence.reporting.bilan.Figure;
import fr.mentoratdurgence.reporting.bilan.Indicator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Two sets of figures as a table of differences. */
final class Comparison {
    private static final Map<String, Indicator> INDICATORS =
            Catalogue.indicators().stream().collect(Collectors.toMap(Indicator::code, Function.identity()));
    private static final Map<String, Axis> AXES =
            Stream.of(Axis.values()).collect(Collectors.toMap(Axis::code, Function.identity()));

    /** One number of a bilan; axis and key are empty for the figure itself. */
    record Cell(String code, String axis, String key) {}

    /**
     * One side.
     *
     * @param label what it is, in French
     * @param exact whether a count that is not there is zero
     */
    record Side(String label, boolean exact, Map<Cell, BigDecimal> values) {
        @Nullable
        BigDecimal value(Cell cell) {
            BigDecimal value = values.get(cell);
            return value == null && exact && COUNTED.contains(kind(cell)) ? BigDecimal.ZERO : value;
        }
    }

    private static final Set<Indicator.Kind> COUNTED =
            EnumSet.of(Indicator.Kind.COUNT, Indicator.Kind.AMOUNT, Indicator.Kind.LEVELS, Indicator.Kind.MEASURE);

    private static Indicator.@Nullable Kind kind(Cell cell) {
        Indicator indicator = cell.axis().isEmpty() ? null : INDICATORS.get(cell.code());
        return indicator == null ? null : indicator.kind();
    }

    /** @param changed whether the two differ */
    record Row(String figure, String part, String first, String second, String difference, boolean changed) {}

    private final Wording wording;

    Comparison(Wording wording) {
        this.wording = wording;
    }

    static Side side(String label, Bilan bilan) {
        Map<Cell, BigDecimal> values = new LinkedHashMap<>();
        for (Figure figure : bilan.figures()) {
            String code = figure.indicator().code();
            put(values, new Cell(code, "", ""), figure.value());
            for (Figure.Breakdown breakdown : figure.breakdowns()) {
                breakdown
                        .parts()
                        .forEach(part ->
                                put(values, new Cell(code, breakdown.axis().code(), part.key()), part.value()));
            }
        }
        return new Side(label, !bilan.published(), values);
    }

    private static void put(Map<Cell, BigDecimal> values, Cell cell, @Nullable BigDecimal value) {
        if (value != null) {
            values.put(cell, value);
        }
    }

    /** All cells that either side has, each beside its figure, in the order of the first. */
    List<Row> rows(Side first, Side second, boolean onlyTotals) {
        Map<String, Set<Cell>> figures = new LinkedHashMap<>();
        for (Side side : List.of(first, second)) {
            side.values()
                    .keySet()
                    .forEach(cell -> figures.computeIfAbsent(cell.code(), _ -> new LinkedHashSet<>())
                            .add(cell));
        }
        Set<Cell> cells = new LinkedHashSet<>();
        figures.values().forEach(cells::addAll);
        return rows(cells, first, second, onlyTotals);
    }

    /** The cells that both sides have, in the order of the first. */
    List<Row> common(Side first, Side second, boolean onlyTotals) {
        Set<Cell> cells = new LinkedHashSet<>(first.values().keySet());
        cells.retainAll(second.values().keySet());
        return rows(cells, first, second, onlyTotals);
    }

    private List<Row> rows(Set<Cell> cells, Side first, Side second, boolean onlyTotals) {
        List<Row> rows = new ArrayList<>();
        for (Cell cell : cells) {
            if (!onlyTotals || cell.axis().isEmpty()) {
                rows.add(row(cell, first.value(cell), second.value(cell)));
            }
        }
        return rows;
    }

    private Row row(Cell cell, @Nullable BigDecimal first, @Nullable BigDecimal second) {
        Indicator indicator = INDICATORS.get(cell.code());
        Axis axis = AXES.get(cell.axis());
        BigDecimal difference = first == null || second == null ? null : second.subtract(first);
        return new Row(
                indicator == null ? wording.foreign(cell.code()) : named(indicator, axis, cell),
                axis == null
                        ? cell.key()
                        : wording.text("comparer.ventilation", wording.axis(axis), wording.key(axis, cell.key())),
                number(first),
                number(second),
                difference == null ? wording.text("bilan.sans-valeur") : signed(difference),
                difference == null || difference.signum() != 0);
    }

    /** What is counted stands in its name; other units are told beside it. */
    private String named(Indicator indicator, @Nullable Axis axis, Cell cell) {
        String label = wording.label(indicator);
        String unit = axis == null ? wording.unit(indicator) : wording.unit(indicator, axis, cell.key());
        boolean counted = COUNTED.contains(indicator.kind()) && indicator.kind() != Indicator.Kind.AMOUNT;
        return counted ? label : wording.text("comparer.unite", label, unit);
    }

    private String number(@Nullable BigDecimal value) {
        return wording.number(value, value == null ? 0 : Math.max(0, value.scale()));
    }

    private String signed(BigDecimal difference) {
        String number = wording.number(difference.abs(), Math.max(0, difference.scale()));
        return switch (difference.signum()) {
            case 1 -> "+\u00a0" + number;
            case -1 -> "−\u00a0" + number;
            default -> number;
        };
    }
}
