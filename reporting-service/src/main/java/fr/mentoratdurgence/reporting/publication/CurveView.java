package fr.mentoratdurgence.reporting.publication;

import fr.mentoratdurgence.reporting.bilan.Axis;
import fr.mentoratdurgence.reporting.bilan.Bilan;
import fr.mentoratdurgence.reporting.bilan.Figure;
import fr.mentoratdurgence.reporting.bilan.Indicator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The durations of a bilan laid out for page and PDF: curve, what it comes to, and the table beside it. */
final class CurveView {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int PERCENT_DECIMALS = 1;

    /**
     * One duration.
     *
     * @param svg null where there is nothing to draw
     * @param summary what the curve comes to, in sentences
     */
    record Curve(
            String id,
            String heading,
            String definition,
            @Nullable String svg,
            List<String> summary,
            List<String> heads,
            List<List<String>> rows) {}

    private final Wording wording;
    private final Charts charts;

    CurveView(Wording wording) {
        this.wording = wording;
        this.charts = new Charts(wording);
    }

    List<Curve> curves(Bilan bilan) {
        return bilan.figures().stream()
                .filter(figure -> figure.indicator().kind() == Indicator.Kind.DELAY)
                .filter(figure -> bilan.published()
                        ? !figure.indicator().code().endsWith(".median")
                        : !figure.breakdowns().isEmpty())
                .map(figure -> curve(figure, bilan.published()))
                .toList();
    }

    private Curve curve(Figure figure, boolean published) {
        Indicator indicator = figure.indicator();
        return new Curve(
                indicator.code().replace('.', '-'),
                wording.label(indicator),
                wording.definition(indicator),
                charts.curve(figure),
                published ? publishedSummary(figure) : summary(figure),
                Stream.concat(
                                Stream.of(wording.text("courbe.jour")),
                                axes(published).map(wording::axis))
                        .toList(),
                rows(figure, published));
    }

    /** Bounds would tell counts that are kept secret. */
    private static Stream<Axis> axes(boolean published) {
        return published ? Stream.of(Axis.STILL) : Stream.of(Axis.STILL, Axis.STILL_LOW, Axis.STILL_HIGH);
    }

    private List<String> publishedSummary(Figure figure) {
        BigDecimal cases = figure.part(Axis.STATISTIC, "CASES");
        if (cases == null) {
            return List.of(wording.text("courbe.secret"));
        }
        BigDecimal p90 = figure.part(Axis.STATISTIC, "P90");
        return List.of(
                wording.text("courbe.cas.publie", number(cases)),
                figure.value() == null
                        ? wording.text("courbe.mediane.pas")
                        : wording.text("courbe.mediane.publie", day(figure.value())),
                p90 == null ? wording.text("courbe.p90.pas") : wording.text("courbe.p90.publie", day(p90)));
    }

    private List<String> summary(Figure figure) {
        BigDecimal cases = figure.part(Axis.STATISTIC, "CASES");
        if (cases == null) {
            return List.of(wording.text("courbe.vide"));
        }
        List<String> told = new ArrayList<>();
        told.add(wording.cases(
                figure.indicator(), cases, figure.part(Axis.STATISTIC, "ENDED"), figure.part(Axis.STATISTIC, "OPEN")));
        told.add(
                figure.value() == null
                        ? wording.text("courbe.mediane.pas")
                        : wording.text(
                                "courbe.mediane",
                                day(figure.value()),
                                bound(figure, "MEDIAN_LOW"),
                                bound(figure, "MEDIAN_HIGH")));
        BigDecimal p90 = figure.part(Axis.STATISTIC, "P90");
        told.add(
                p90 == null
                        ? wording.text("courbe.p90.pas")
                        : wording.text("courbe.p90", day(p90), bound(figure, "P90_LOW"), bound(figure, "P90_HIGH")));
        return told;
    }

    private String bound(Figure figure, String statistic) {
        BigDecimal day = figure.part(Axis.STATISTIC, statistic);
        return day == null ? wording.text("courbe.borne.ouverte") : day(day);
    }

    private List<List<String>> rows(Figure figure, boolean published) {
        return figure.parts(Axis.STILL).stream()
                .map(point -> Stream.concat(
                                Stream.of(wording.key(Axis.STILL, point.key())),
                                axes(published).map(axis -> percent(figure.part(axis, point.key()))))
                        .toList())
                .toList();
    }

    private String percent(@Nullable BigDecimal share) {
        return share == null
                ? wording.text("bilan.sans-valeur")
                : wording.text("bilan.part", wording.number(share.multiply(HUNDRED), PERCENT_DECIMALS));
    }

    private String day(BigDecimal day) {
        return wording.text("courbe.jour.n", day.longValue());
    }

    private String number(@Nullable BigDecimal value) {
        return value == null ? "0" : wording.number(value, 0);
    }
}
