package fr.mentoratdurgence.reporting.publication;

import fr.mentoratdurgence.reporting.bilan.Axis;
import fr.mentoratdurgence.reporting.bilan.Bilan;
import fr.mentoratdurgence.reporting.bilan.Figure;
import fr.mentoratdurgence.reporting.bilan.Figure.Part;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The few figures that matter first, each with a small chart and the way to all the rest of its chapter. */
final class DashboardView {
    private static final int MOST_BARS = 5;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * One figure.
     *
     * @param id also the key of its heading and of the words of its link
     * @param svg a chart in place of bars
     * @param page where the rest is
     * @param chapter part of that page; empty = all of it
     */
    record Tile(
            String id,
            String number,
            String measure,
            String caption,
            List<String> explanation,
            List<Bar> bars,
            @Nullable String svg,
            String page,
            String chapter) {}

    record Bar(String name, long part, long whole, String told) {}

    private final Bilan bilan;
    private final Wording wording;
    private final Charts charts;

    DashboardView(Bilan bilan, Wording wording) {
        this.bilan = bilan;
        this.wording = wording;
        this.charts = new Charts(wording);
    }

    /** A figure that the bilan does not have, such as that of a territory in what is published, is left out. */
    List<Tile> tiles() {
        return Stream.of(
                        tile("places", "funnel.confirmed", "/entonnoir", "", steps()),
                        drawn(
                                "vivants",
                                "pairs.alive",
                                "pairs",
                                bilan.find("pairs.alive-by-week").map(charts::weeks)),
                        tile(
                                "heures",
                                "sessions.hours",
                                "/tableaux",
                                "sessions",
                                counts("sessions.pair-weeks", Axis.WEEKLY_MINUTES)),
                        waiting(),
                        tile(
                                "equite",
                                "equity.coverage",
                                "/tableaux",
                                "equity",
                                shares("equity.coverage", Axis.PRIORITY_AUDIENCE)),
                        tile(
                                "mentors",
                                "mentors.active",
                                "/tableaux",
                                "mentors",
                                totals("mentors.applied", "mentors.screened", "mentors.activated", "mentors.matched")),
                        tile(
                                "ruptures",
                                "pairs.interrupted",
                                "/tableaux",
                                "interruptions",
                                counts("pairs.interruptions", Axis.INTERRUPTION_REASON)))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Tile> tile(String id, String code, String page, String chapter, List<Bar> bars) {
        return bilan.find(code).map(figure -> tile(id, figure, bars, null, page, chapter));
    }

    private Optional<Tile> drawn(String id, String code, String chapter, Optional<String> svg) {
        return bilan.find(code).map(figure -> tile(id, figure, List.of(), svg.orElse(null), "/tableaux", chapter));
    }

    private Optional<Tile> waiting() {
        return bilan.find("delay.declaration-to-match")
                .map(figure -> tile("attente", figure, List.of(), charts.curve(figure), "/durees", ""));
    }

    private Tile tile(String id, Figure figure, List<Bar> bars, @Nullable String svg, String page, String chapter) {
        return new Tile(
                id,
                wording.shown(figure, bilan.published()),
                figure.value() == null ? "" : wording.unit(figure),
                wording.label(figure.indicator()),
                List.of(wording.definition(figure.indicator()), wording.formula(figure.indicator())),
                bars,
                svg,
                page,
                chapter);
    }

    /** From what was asked for to what lives. */
    private List<Bar> steps() {
        return totals("funnel.asked", "funnel.qualified", "funnel.confirmed", "funnel.active", "pairs.alive");
    }

    /** Some figures beside each other, drawn against the first. */
    private List<Bar> totals(String... codes) {
        long whole = bilan.find(codes[0])
                .map(Figure::value)
                .map(BigDecimal::longValue)
                .orElse(0L);
        return Stream.of(codes)
                .flatMap(code -> bilan.find(code).stream())
                .map(figure -> new Bar(
                        wording.label(figure.indicator()),
                        figure.value() == null
                                ? 0
                                : Math.min(whole, figure.value().longValue()),
                        whole,
                        wording.shown(figure, bilan.published())))
                .toList();
    }

    /** The parts of a figure: along an order of their own as it is, else the largest first. */
    private List<Bar> counts(String code, Axis axis) {
        List<Part> parts = bilan.find(code).map(figure -> figure.parts(axis)).orElse(List.of());
        long largest =
                parts.stream().mapToLong(part -> part.value().longValue()).max().orElse(0);
        Comparator<Part> order = axis.isOrdered()
                ? Comparator.comparing(Part::key, axis.readingOrder())
                : Comparator.comparing(Part::value).reversed();
        return parts.stream()
                .sorted(order)
                .limit(MOST_BARS)
                .map(part -> new Bar(
                        wording.key(axis, part.key()),
                        part.value().longValue(),
                        largest,
                        wording.number(part.value(), 0)))
                .toList();
    }

    private List<Bar> shares(String code, Axis axis) {
        return bilan.find(code).map(figure -> figure.parts(axis)).orElse(List.of()).stream()
                .map(part -> new Bar(
                        wording.key(axis, part.key()),
                        part.value().setScale(0, RoundingMode.HALF_UP).longValue(),
                        HUNDRED.longValue(),
                        wording.text("bilan.part", wording.number(part.value(), 0))))
                .toList();
    }
}
