package fr.mentoratdurgence.reporting.publication;

import fr.mentoratdurgence.reporting.bilan.Bilan;
import fr.mentoratdurgence.reporting.bilan.Figure;
import java.math.BigDecimal;
import java.util.List;

/** The few national totals that everybody may see; a small number is never told, whatever it counts. */
final class PublicFigures {
    private static final BigDecimal SMALLEST_TOLD = BigDecimal.valueOf(5);
    private static final List<String> CODES = List.of(
            "places.asked",
            "places.covered",
            "mentors.active",
            "pairs.opened",
            "pairs.alive",
            "sessions.held",
            "sessions.hours");

    record Told(String number, String caption, String measure, List<String> explanation) {}

    private final Wording wording;

    PublicFigures(Wording wording) {
        this.wording = wording;
    }

    List<Told> of(Bilan bilan) {
        return CODES.stream().map(code -> told(bilan.figure(code))).toList();
    }

    private Told told(Figure figure) {
        return new Told(
                isSmall(figure) ? wording.text("bilan.public.moins") : wording.number(figure),
                wording.label(figure.indicator()),
                wording.unit(figure.indicator()),
                List.of(wording.definition(figure.indicator())));
    }

    private static boolean isSmall(Figure figure) {
        return figure.value() == null || figure.value().compareTo(SMALLEST_TOLD) < 0;
    }
}
