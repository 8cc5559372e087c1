package fr.mentoratdurgence.reporting.publication;

import fr.mentoratdurgence.reporting.bilan.Axis;
import fr.mentoratdurgence.reporting.bilan.Bilan;
import fr.mentoratdurgence.reporting.bilan.Catalogue;
import fr.mentoratdurgence.reporting.bilan.Figure;
import fr.mentoratdurgence.reporting.bilan.Indicator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two sets of figures as a table of differences. */
final class Comparison {
    private static final JsonMapper JSON = JsonMapper.builder().build();
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
     */
    record Side(String label, Map<Cell, BigDecimal> values) {}

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
        return new Side(label, values);
    }

    /** A file that this page, another operation or a counterfactual gave: the text of a bilan, or JSON with figures. */
    static Optional<Side> file(String label, String content) {
        String text = content.startsWith("\uFEFF") ? content.substring(1) : content;
        try {
            if (text.startsWith("bilan ")) {
                return Optional.of(side(label, Bilan.read(text, 0)));
            }
            JsonNode figures = JSON.readTree(text).path("figures");
            if (!figures.isArray() || figures.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Side(label, values(figures)));
        } catch (JacksonException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Map<Cell, BigDecimal> values(JsonNode figures) {
        Map<Cell, BigDecimal> values = new LinkedHashMap<>();
        for (JsonNode figure : figures) {
            String code = figure.path("code").asString("");
            put(values, new Cell(code, "", ""), number(figure.path("value")));
            for (JsonNode breakdown : figure.path("breakdowns")) {
                for (JsonNode part : breakdown.path("parts")) {
                    put(
                            values,
                            new Cell(
                                    code,
                                    breakdown.path("by").asString(""),
                                    part.path("key").asString("")),
                            number(part.path("value")));
                }
            }
        }
        return values;
    }

    private static @Nullable BigDecimal number(JsonNode value) {
        return value.isNumber() ? value.decimalValue() : null;
    }

    private static void put(Map<Cell, BigDecimal> values, Cell cell, @Nullable BigDecimal value) {
        if (value != null) {
            values.put(cell, value);
        }
    }

    /** All cells that either side has, in the order of the first. */
    List<Row> rows(Side first, Side second, boolean onlyTotals) {
        Set<Cell> cells = new LinkedHashSet<>(first.values().keySet());
        cells.addAll(second.values().keySet());
        List<Row> rows = new ArrayList<>();
        for (Cell cell : cells) {
            if (!onlyTotals || cell.axis().isEmpty()) {
                rows.add(row(cell, first.values().get(cell), second.values().get(cell)));
            }
        }
        return rows;
    }

    private Row row(Cell cell, @Nullable BigDecimal first, @Nullable BigDecimal second) {
        Indicator indicator = INDICATORS.get(cell.code());
        Axis axis = AXES.get(cell.axis());
        BigDecimal difference = first == null || second == null ? null : second.subtract(first);
        return new Row(
                indicator == null ? cell.code() : wording.label(indicator),
                axis == null ? cell.key() : wording.key(axis, cell.key()),
                number(first),
                number(second),
                difference == null ? wording.text("bilan.sans-valeur") : signed(difference),
                difference == null || difference.signum() != 0);
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
