package fr.mentoratdurgence.reporting.bilan;

import fr.mentoratdurgence.reporting.ledger.Ledger;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The floors of the policy in force. They are rules, not counts: about nobody. */
final class FloorFigures {
    private FloorFigures() {}

    /** Percent by audience; the value is the highest. */
    static Figure of(Ledger ledger) {
        List<Figure.Part> parts = new ArrayList<>();
        ledger.policies
                .floorsInForce()
                .forEach((audience, percent) ->
                        parts.add(new Figure.Part(ledger.codes.text(audience), BigDecimal.valueOf(percent))));
        parts.sort(Comparator.comparing(Figure.Part::key, Axis.PRIORITY_AUDIENCE.readingOrder()));
        return new Figure(
                Indicators.EQUITY_FLOOR,
                parts.stream()
                        .map(Figure.Part::value)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                List.of(new Figure.Breakdown(Axis.PRIORITY_AUDIENCE, List.copyOf(parts))));
    }
}
