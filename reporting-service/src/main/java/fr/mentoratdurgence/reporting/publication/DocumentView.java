package fr.mentoratdurgence.reporting.publication;

import fr.mentoratdurgence.reporting.bilan.Axis;
import fr.mentoratdurgence.reporting.bilan.Bilan;
import fr.mentoratdurgence.reporting.bilan.Figure;
import fr.mentoratdurgence.reporting.bilan.Indicator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that a bilan shows, for the page of an assessment and for the PDF alike. */
final class DocumentView {
    /** A chart with the table beside it. */
    record Drawn(String id, String heading, @Nullable String svg, List<String> heads, List<List<String>> rows) {}

    private final Wording wording;
    private final Charts charts;

    DocumentView(Wording wording) {
        this.wording = wording;
        this.charts = new Charts(wording);
    }

    Map<String, Object> of(Bilan bilan) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("territoire", wording.territory(bilan.scope().territory()));
        model.put("instant", wording.instant(bilan.asOf()));
        model.put("asOf", bilan.asOf().toString());
        if (bilan.scope().happenedUntil() != null) {
            model.put("survenuAvant", wording.day(bilan.scope().happenedUntil()));
        }
        model.put("evenements", wording.number(BigDecimal.valueOf(bilan.events()), 0));
        model.put("vide", bilan.events() == 0);
        model.put("empreinte", bilan.hash());
        model.put("publie", bilan.published());
        model.put("chapitres", new BilanView(wording).chapters(bilan));
        model.put("courbes", new CurveView(wording).curves(bilan));
        weeks(bilan).ifPresent(weeks -> model.put("semaines", weeks));
        coverage(bilan).ifPresent(map -> model.put("carte", map));
        return model;
    }

    Optional<Drawn> weeks(Bilan bilan) {
        return bilan.find("pairs.alive-by-week")
                .filter(figure -> !figure.parts(Axis.WEEK).isEmpty())
                .map(figure -> new Drawn(
                        "semaines",
                        wording.label(figure.indicator()),
                        charts.weeks(figure),
                        List.of(wording.axis(Axis.WEEK), wording.column(figure.indicator())),
                        rows(figure, Axis.WEEK)));
    }

    Optional<Drawn> coverage(Bilan bilan) {
        return bilan.find("equity.coverage")
                .filter(figure -> bilan.scope().territory().isNation())
                .map(this::map);
    }

    /** The map of one figure. */
    Drawn map(Figure figure) {
        String label = wording.label(figure.indicator());
        boolean share = figure.indicator().kind() == Indicator.Kind.RATIO;
        return new Drawn(
                "carte",
                wording.text(share ? "bilan.carte.part" : "bilan.carte.de", label),
                charts.map(figure, wording.text("graphique.carte", label), 0),
                List.of(wording.axis(Axis.ACADEMIE), wording.column(figure.indicator())),
                rows(figure, Axis.ACADEMIE));
    }

    private List<List<String>> rows(Figure figure, Axis axis) {
        List<List<String>> rows = new ArrayList<>();
        for (Figure.Part part : figure.parts(axis)) {
            rows.add(List.of(
                    wording.key(axis, part.key()),
                    wording.number(part.value(), figure.indicator().decimals())));
        }
        return rows;
    }
}
