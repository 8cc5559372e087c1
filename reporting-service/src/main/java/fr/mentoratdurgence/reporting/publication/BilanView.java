package fr.mentoratdurgence.reporting.publication;

import fr.mentoratdurgence.reporting.bilan.Axis;
import fr.mentoratdurgence.reporting.bilan.Bilan;
import fr.mentoratdurgence.reporting.bilan.Chapter;
import fr.mentoratdurgence.reporting.bilan.Figure;
import fr.mentoratdurgence.reporting.bilan.Indicator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The bilan laid out for the page: chapters of figures, and tables in which the figures of a chapter that are broken
 * down by the same axis stand side by side.
 */
final class BilanView {
    /** These axes are drawn as charts of their own. */
    private static final Set<Axis> DRAWN = Set.of(Axis.STATISTIC, Axis.STILL, Axis.STILL_LOW, Axis.STILL_HIGH);

    private static final String COVERED = "funnel.confirmed";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** @param grids two beside each other, so that the bars have room */
    record Section(String id, String heading, List<Box> boxes, List<List<Grid>> grids) {}

    record Box(String number, String caption, String measure, List<String> explanation) {}

    record Grid(String id, String heading, @Nullable String legend, List<String> heads, List<Row> rows) {}

    record Row(String name, List<String> cells, long part, long whole, String told) {}

    private final Wording wording;

    BilanView(Wording wording) {
        this.wording = wording;
    }

    List<Section> chapters(Bilan bilan) {
        Map<Chapter, List<Figure>> chapters = new EnumMap<>(Chapter.class);
        for (Figure figure : bilan.figures()) {
            chapters.computeIfAbsent(figure.indicator().chapter(), _ -> new ArrayList<>())
                    .add(figure);
        }
        List<Section> sections = new ArrayList<>();
        chapters.forEach((chapter, figures) -> sections.add(new Section(
                chapter.id(),
                wording.chapter(chapter),
                figures.stream().map(figure -> box(figure, bilan.published())).toList(),
                grids(chapter, figures, bilan.published()))));
        return sections;
    }

    private Box box(Figure figure, boolean published) {
        return new Box(
                wording.shown(figure, published),
                wording.label(figure.indicator()),
                figure.value() == null ? "" : wording.unit(figure),
                Stream.of(
                                wording.definition(figure.indicator()),
                                wording.formula(figure.indicator()),
                                published
                                        ? wording.publishedRounding(figure.indicator())
                                        : wording.rounding(figure.indicator()),
                                wording.text(
                                        "bilan.indicateur",
                                        figure.indicator().code(),
                                        figure.indicator().version()))
                        .toList());
    }

    private List<List<Grid>> grids(Chapter chapter, List<Figure> figures, boolean published) {
        Map<Axis, List<Figure>> byAxis = new EnumMap<>(Axis.class);
        List<Grid> measures = new ArrayList<>();
        for (Figure figure : figures) {
            for (Figure.Breakdown breakdown : figure.breakdowns()) {
                boolean drawn =
                        DRAWN.contains(breakdown.axis()) || figure.indicator().kind() == Indicator.Kind.LEVELS;
                if (breakdown.parts().isEmpty() || drawn) {
                    continue;
                }
                if (figure.indicator().kind() == Indicator.Kind.MEASURE) {
                    // no part of what the others count
                    measures.add(grid(
                            figure.indicator().code().replace('.', '-'),
                            chapter,
                            breakdown.axis(),
                            List.of(figure),
                            published));
                } else {
                    byAxis.computeIfAbsent(breakdown.axis(), _ -> new ArrayList<>())
                            .add(figure);
                }
            }
        }
        List<Grid> grids = new ArrayList<>();
        byAxis.forEach((axis, columns) -> grids.add(grid(chapter.id(), chapter, axis, columns, published)));
        grids.addAll(measures);
        return IntStream.iterate(0, from -> from < grids.size(), from -> from + 2)
                .mapToObj(from -> grids.subList(from, Math.min(from + 2, grids.size())))
                .toList();
    }

    private Grid grid(String id, Chapter chapter, Axis axis, List<Figure> columns, boolean published) {
        boolean shares = columns.getFirst().indicator().kind() == Indicator.Kind.RATIO;
        // who is not counted is zero; what is not told is none
        @Nullable BigDecimal absent = shares || published ? null : BigDecimal.ZERO;
        Map<String, List<@Nullable BigDecimal>> cells = new TreeMap<>(axis.readingOrder());
        for (int column = 0; column < columns.size(); column++) {
            for (Figure.Part part : parts(columns.get(column), axis)) {
                List<@Nullable BigDecimal> row = cells.computeIfAbsent(
                        part.key(), _ -> new ArrayList<>(Collections.nCopies(columns.size(), absent)));
                row.set(column, part.value());
            }
        }
        long largest = cells.values().stream()
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .mapToLong(BigDecimal::longValue)
                .max()
                .orElse(1);
        List<String> heads = new ArrayList<>(List.of(wording.axis(axis)));
        columns.forEach(figure -> heads.add(wording.column(figure.indicator())));
        List<Integer> decimals = columns.stream()
                .map(figure -> wording.decimals(figure.indicator(), published))
                .toList();
        String heading = wording.text(
                "bilan.tableau",
                columns.size() == 1 ? wording.label(columns.getFirst().indicator()) : wording.chapter(chapter),
                wording.text("axe." + axis.code() + ".par"));
        List<Row> rows = new ArrayList<>();
        cells.forEach((key, values) -> {
            String name = wording.key(axis, key);
            rows.add(
                    shares
                            ? shareRow(name, values, decimals)
                            : row(name, values, decimals, largest, shown(columns), published));
        });
        String legend = columns.size() == 1 || shares
                ? shares ? wording.text("bilan.barres.part", heads.get(1)) : null
                : wording.text("bilan.barres", heads.get(shown(columns) + 1), heads.get(1));
        return new Grid(id + "-" + axis.code(), heading, legend, heads, rows);
    }

    /** The column whose share of the first is drawn: that of places with a mentor, else the last. */
    private static int shown(List<Figure> columns) {
        return IntStream.range(0, columns.size())
                .filter(column -> columns.get(column).indicator().code().equals(COVERED))
                .findFirst()
                .orElse(columns.size() - 1);
    }

    /** One column is drawn against the largest row; several as one column's share of the first. */
    private Row row(
            String name,
            List<@Nullable BigDecimal> values,
            List<Integer> decimals,
            long largest,
            int shown,
            boolean published) {
        List<String> cells = cells(values, decimals);
        BigDecimal first = values.getFirst();
        BigDecimal drawn = values.get(shown);
        if (first == null || drawn == null) {
            return new Row(name, cells, 0, largest, wording.text("bilan.sans-valeur"));
        }
        if (values.size() == 1) {
            return new Row(name, cells, first.longValue(), largest, cells.getFirst());
        }
        long whole = first.longValue();
        long part = Math.min(whole, drawn.longValue());
        // a share of rounded numbers would be far from that of the exact ones
        String told = published ? wording.text("bilan.sur", part, whole) : share(part, whole);
        return new Row(name, cells, part, whole, told);
    }

    private Row shareRow(String name, List<@Nullable BigDecimal> values, List<Integer> decimals) {
        BigDecimal share = values.getFirst();
        if (share == null) {
            return new Row(name, cells(values, decimals), 0, HUNDRED.longValue(), wording.text("bilan.sans-valeur"));
        }
        return new Row(
                name,
                cells(values, decimals),
                share.setScale(0, RoundingMode.HALF_UP).longValue(),
                HUNDRED.longValue(),
                wording.text("bilan.part", wording.number(share, decimals.getFirst())));
    }

    private List<String> cells(List<@Nullable BigDecimal> values, List<Integer> decimals) {
        return IntStream.range(0, values.size())
                .mapToObj(column -> wording.number(values.get(column), decimals.get(column)))
                .toList();
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
