package fr.mentoratdurgence.reporting.publication;

import fr.mentoratdurgence.reporting.bilan.Axis;
import fr.mentoratdurgence.reporting.bilan.Bilan;
import fr.mentoratdurgence.reporting.bilan.Figure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The bilan laid out for the page: chapters of figures, and tables in which the figures of a chapter that are broken
 * down by the same axis stand side by side.
 */
final class BilanView {
    private static final List<List<String>> CHAPTERS = List.of(
            List.of("places.asked", "places.qualified", "places.covered"),
            List.of("delay.need-to-pair.median"),
            List.of("needs.declared", "needs.qualified", "needs.withdrawn"),
            List.of("mentors.applied", "mentors.active", "mentors.screened", "mentors.refused", "mentors.withdrawn"),
            List.of("proposals.made", "proposals.accepted", "proposals.declined", "proposals.expired"),
            List.of(
                    "pairs.opened",
                    "pairs.alive",
                    "pairs.first-contact-confirmed",
                    "pairs.first-contact-overdue",
                    "pairs.interrupted",
                    "pairs.closed-as-planned",
                    "pairs.closed-early"),
            List.of("sessions.held", "sessions.hours", "sessions.missed"),
            List.of("events.heard", "events.unknown", "events.unreadable"));

    /** @param grids two beside each other, so that the bars have room */
    record Chapter(String id, String heading, List<Box> boxes, List<List<Grid>> grids) {}

    record Box(String number, String caption, String measure, List<String> explanation) {}

    record Grid(String id, String heading, @Nullable String legend, List<String> heads, List<Row> rows) {}

    record Row(String name, List<String> cells, long part, long whole, String told) {}

    private final Wording wording;

    BilanView(Wording wording) {
        this.wording = wording;
    }

    List<Chapter> chapters(Bilan bilan) {
        return CHAPTERS.stream()
                .map(codes -> chapter(codes.stream().map(bilan::figure).toList()))
                .toList();
    }

    private Chapter chapter(List<Figure> figures) {
        String id = figures.getFirst().indicator().code().split("\\.", 2)[0];
        return new Chapter(
                id,
                wording.text("bilan.chapitre." + id),
                figures.stream().map(this::box).toList(),
                grids(id, figures));
    }

    private Box box(Figure figure) {
        return new Box(
                wording.number(figure),
                wording.label(figure.indicator()),
                figure.value() == null ? "" : wording.unit(figure),
                Stream.of(
                                wording.definition(figure.indicator()),
                                wording.formula(figure.indicator()),
                                wording.rounding(figure.indicator()),
                                wording.text(
                                        "bilan.indicateur",
                                        figure.indicator().code(),
                                        figure.indicator().version()))
                        .toList());
    }

    private List<List<Grid>> grids(String chapter, List<Figure> figures) {
        Map<Axis, List<Figure>> byAxis = new EnumMap<>(Axis.class);
        for (Figure figure : figures) {
            for (Figure.Breakdown breakdown : figure.breakdowns()) {
                if (!breakdown.parts().isEmpty()) {
                    byAxis.computeIfAbsent(breakdown.axis(), _ -> new ArrayList<>())
                            .add(figure);
                }
            }
        }
        List<Grid> grids = new ArrayList<>();
        byAxis.forEach((axis, columns) -> grids.add(grid(chapter, axis, columns)));
        return IntStream.iterate(0, from -> from < grids.size(), from -> from + 2)
                .mapToObj(from -> grids.subList(from, Math.min(from + 2, grids.size())))
                .toList();
    }

    private Grid grid(String chapter, Axis axis, List<Figure> columns) {
        Map<String, List<BigDecimal>> cells = new TreeMap<>(axis.readingOrder());
        for (int column = 0; column < columns.size(); column++) {
            for (Figure.Part part : parts(columns.get(column), axis)) {
                List<BigDecimal> row = cells.computeIfAbsent(
                        part.key(),
                        _ -> new ArrayList<>(
                                columns.stream().map(_ -> BigDecimal.ZERO).toList()));
                row.set(column, part.value());
            }
        }
        long largest = cells.values().stream()
                .flatMap(List::stream)
                .mapToLong(BigDecimal::longValue)
                .max()
                .orElse(1);
        List<String> heads = new ArrayList<>(List.of(wording.axis(axis)));
        columns.forEach(figure -> heads.add(wording.column(figure.indicator())));
        String heading = wording.text(
                "bilan.tableau",
                columns.size() == 1
                        ? wording.label(columns.getFirst().indicator())
                        : wording.text("bilan.chapitre." + chapter),
                wording.text("axe." + axis.code() + ".par"));
        List<Row> rows = new ArrayList<>();
        cells.forEach((key, values) -> rows.add(row(wording.key(axis, key), values, largest)));
        String legend = columns.size() == 1 ? null : wording.text("bilan.barres", heads.getLast(), heads.get(1));
        return new Grid(chapter + "-" + axis.code(), heading, legend, heads, rows);
    }

    /** One column is drawn against the largest row; several as the last column's share of the first. */
    private Row row(String name, List<BigDecimal> values, long largest) {
        List<String> cells =
                values.stream().map(value -> wording.number(value, 0)).toList();
        if (values.size() == 1) {
            return new Row(name, cells, values.getFirst().longValue(), largest, cells.getFirst());
        }
        long whole = values.getFirst().longValue();
        long part = Math.min(whole, values.getLast().longValue());
        return new Row(name, cells, part, whole, share(part, whole));
    }

    private String share(long part, long whole) {
        if (whole == 0) {
            return wording.text("bilan.sans-valeur");
        }
        BigDecimal percent = BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP);
        return wording.text("bilan.part", wording.number(percent, 0));
    }

    private static List<Figure.Part> parts(Figure figure, Axis axis) {
        return figure.breakdowns().stream()
                .filter(breakdown -> breakdown.axis() == axis)
                .findFirst()
                .map(Figure.Breakdown::parts)
                .orElse(List.of());
    }
}
