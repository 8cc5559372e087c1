package fr.mentoratdurgence.reporting.publication;

import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.reporting.bilan.Axis;
import fr.mentoratdurgence.reporting.bilan.Bilan;
import fr.mentoratdurgence.reporting.bilan.Figure;
import fr.mentoratdurgence.reporting.publication.Comparison.Cell;
import fr.mentoratdurgence.reporting.publication.Comparison.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** A file that somebody brings to compare with: figures, or a season that was played under another policy. */
sealed interface ComparedFile {

    /** A bilan of this operation or of another. */
    record OfBilan(Side side) implements ComparedFile {}

    /**
     * What {@code ./mentorat whatif --json} writes: the same days under the policy in force and under another.
     *
     * @param to last day that was played
     */
    record OfWhatIf(LocalDate to, Side inForce, Side other) implements ComparedFile {}

    /** The field of the page. */
    String FIELD = "fichier";

    /**
     * Reads a file as it was downloaded or written.
     *
     * @throws InvalidInput where it is something else; says what to bring instead
     */
    static ComparedFile read(String name, String content, Wording wording) {
        return new Reader(name, wording).read(content);
    }

    /** Reads one file. */
    final class Reader {
        private static final JsonMapper JSON = JsonMapper.builder().build();
        private static final List<String> TABLES = List.of("Code;", "%PDF", "PAR1", "PK\u0003\u0004");
        private static final int LONGEST_NAME = 60;
        private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

        private final String name;
        private final Wording wording;

        private Reader(String name, Wording wording) {
            this.name = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + '…';
            this.wording = wording;
        }

        private ComparedFile read(String content) {
            String text = content.startsWith("\uFEFF") ? content.substring(1) : content;
            if (TABLES.stream().anyMatch(text::startsWith)) {
                throw refused("comparer.fichier.tableur");
            }
            if (text.startsWith("bilan ")) {
                return text(text);
            }
            JsonNode json;
            try {
                json = JSON.readTree(text);
            } catch (JacksonException _) {
                throw refused("comparer.fichier.illisible");
            }
            if (json.path("inForce").isObject() || json.path("other").isObject()) {
                return whatIf(json);
            }
            JsonNode figures = json.path("figures");
            if (!figures.isArray() || figures.isEmpty()) {
                throw refused("comparer.fichier.vide");
            }
            boolean exact = !json.path("published").asBoolean(true);
            return new OfBilan(new Side(label(json.path("asOf").asString("")), exact, figures(figures)));
        }

        private ComparedFile text(String text) {
            try {
                Bilan bilan = Bilan.read(text, 0);
                return new OfBilan(Comparison.side(label(bilan.asOf().toString()), bilan));
            } catch (IllegalArgumentException _) {
                throw refused("comparer.fichier.texte");
            }
        }

        private String label(String asOf) {
            try {
                return wording.text("comparer.fichier.nom", name, wording.instant(Instant.parse(asOf)));
            } catch (DateTimeException _) {
                return name;
            }
        }

        private Map<Cell, BigDecimal> figures(JsonNode figures) {
            Map<Cell, BigDecimal> values = new LinkedHashMap<>();
            for (JsonNode figure : figures) {
                String code = figure.path("code").asString("");
                if (code.isBlank()) {
                    throw refused("comparer.fichier.code");
                }
                put(values, new Cell(code, "", ""), figure.path("value"));
                for (JsonNode breakdown : figure.path("breakdowns")) {
                    String axis = breakdown.path("by").asString("");
                    for (JsonNode part : breakdown.path("parts")) {
                        put(values, new Cell(code, axis, part.path("key").asString("")), part.path("value"));
                    }
                }
            }
            return values;
        }

        private void put(Map<Cell, BigDecimal> values, Cell cell, JsonNode value) {
            if (value.isMissingNode() || value.isNull()) {
                return;
            }
            BigDecimal number = value.isNumber() ? value.decimalValueOpt().orElse(null) : null;
            if (number == null || !Figure.isShort(number)) {
                throw refused("comparer.fichier.valeur", cell.code());
            }
            values.put(cell, number);
        }

        private ComparedFile whatIf(JsonNode json) {
            LocalDate from = day(json, "from");
            LocalDate to = day(json, "to");
            return new OfWhatIf(
                    to,
                    season(json, "inForce", "comparer.etsi.vigueur", from, to),
                    season(json, "other", "comparer.etsi.autre", from, to));
        }

        private LocalDate day(JsonNode json, String field) {
            return AsOf.day(json.path(field).asString("")).orElseThrow(() -> refused("comparer.fichier.etsi", field));
        }

        /** What such a file calls seats, covered and median are figures of the bilan under other names. */
        private Side season(JsonNode json, String field, String key, LocalDate from, LocalDate to) {
            JsonNode season = json.path(field);
            if (!season.path("all").isObject()) {
                throw refused("comparer.fichier.etsi", field + ".all");
            }
            Map<Cell, BigDecimal> values = new LinkedHashMap<>();
            column(values, season, "funnel.qualified", tally -> tally.path("seats"));
            column(values, season, "funnel.confirmed", tally -> tally.path("covered"));
            column(values, season, "equity.coverage", Reader::coverage);
            column(values, season, "delay.qualification-to-match", tally -> tally.path("medianDays"));
            column(values, season, "whatif.p95", tally -> tally.path("p95Days"));
            column(values, season, "whatif.waiting", tally -> tally.path("waiting"));
            column(values, season, "whatif.withdrawn", tally -> tally.path("withdrawn"));
            column(values, season, "whatif.floor", tally -> tally.path("floor"));
            put(values, new Cell("proposals.made", "", ""), season.path("proposals"));
            put(values, new Cell("pairs.opened", "", ""), season.path("pairs"));
            return new Side(wording.text(key, wording.day(from), wording.day(to)), false, values);
        }

        private void column(
                Map<Cell, BigDecimal> values, JsonNode season, String code, UnaryOperator<JsonNode> number) {
            put(values, new Cell(code, "", ""), number.apply(season.path("all")));
            for (JsonNode audience : season.path("audiences")) {
                Cell cell = new Cell(
                        code,
                        Axis.PRIORITY_AUDIENCE.code(),
                        audience.path("audience").asString(""));
                put(values, cell, number.apply(audience));
            }
        }

        private static JsonNode coverage(JsonNode tally) {
            long seats = tally.path("seats").asLong(0);
            long covered = tally.path("covered").asLong(0);
            JsonNodeFactory nodes = JSON.getNodeFactory();
            return seats <= 0
                    ? nodes.nullNode()
                    : nodes.numberNode(BigDecimal.valueOf(covered)
                            .multiply(HUNDRED)
                            .divide(BigDecimal.valueOf(seats), 1, RoundingMode.HALF_UP));
        }

        private static InvalidInput refused(String key, Object... arguments) {
            return new InvalidInput(new Violations().add(FIELD, key, arguments).all());
        }
    }
}
