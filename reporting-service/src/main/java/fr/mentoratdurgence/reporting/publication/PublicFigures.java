package fr.mentoratdurgence.reporting.publication;

import fr.mentoratdurgence.reporting.bilan.Bilan;
import fr.mentoratdurgence.reporting.bilan.Figure;
import fr.mentoratdurgence.reporting.bilan.Indicator;
import java.util.List;

/** The few national totals that everybody may see first, of what is published. */
final class PublicFigures {
    private static final List<String> CODES = List.of(
            "funnel.asked",
            "funnel.confirmed",
            "mentors.active",
            "pairs.opened",
            "pairs.alive",
            "sessions.held",
            "sessions.hours",
            "equity.coverage");

    record Told(String number, String caption, String measure, List<String> explanation) {}

    private final Wording wording;

    PublicFigures(Wording wording) {
        this.wording = wording;
    }

    List<Told> of(Bilan published) {
        if (!published.published()) {
            throw new IllegalArgumentException("exact figures are not for everybody");
        }
        return CODES.stream()
                .flatMap(code -> published.find(code).stream())
                .map(this::told)
                .toList();
    }

    private Told told(Figure figure) {
        boolean few = figure.value() == null && figure.indicator().kind() != Indicator.Kind.RATIO;
        return new Told(
                few ? wording.text("bilan.public.moins") : wording.shown(figure, true),
                wording.label(figure.indicator()),
                figure.value() == null && !few ? "" : wording.unit(figure.indicator()),
                List.of(wording.definition(figure.indicator()), wording.publishedRounding(figure.indicator())));
    }
}
