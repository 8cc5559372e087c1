package fr.mentoratdurgence.reporting.bilan;

import fr.mentoratdurgence.reporting.ledger.Vocabulary;
import java.math.BigDecimal;
import java.util.List;

/** Counts of places or pairs along the three axes of equity: each axis adds up to the same total. */
final class PlaceTally {
    private final Tally byBand;
    private final Tally byAudience;
    private final Tally byDepartement;

    PlaceTally(Vocabulary codes) {
        byBand = new Tally(codes);
        byAudience = new Tally(codes);
        byDepartement = new Tally(codes);
    }

    void add(int levelBand, int priorityAudience, int departement, long count) {
        byBand.add(levelBand, count);
        byAudience.add(priorityAudience, count);
        byDepartement.add(departement, count);
    }

    Figure figure(Indicator indicator) {
        return new Figure(
                indicator,
                BigDecimal.valueOf(byBand.total()),
                List.of(
                        byBand.breakdown(Axis.LEVEL_BAND),
                        byAudience.breakdown(Axis.PRIORITY_AUDIENCE),
                        byDepartement.breakdown(Axis.DEPARTEMENT)));
    }
}
