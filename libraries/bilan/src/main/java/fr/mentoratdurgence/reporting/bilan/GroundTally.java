package fr.mentoratdurgence.reporting.bilan;

import fr.mentoratdurgence.reporting.ledger.Vocabulary;
import java.math.BigDecimal;
import java.util.List;

/** Counts of places along all axes of their ground: each axis adds up to the same total. */
final class GroundTally {
    private final Tally byBand;
    private final Tally byAudience;
    private final Tally byAcademie;
    private final Tally byDepartement;
    private final Tally byKind;

    GroundTally(Vocabulary codes) {
        byBand = new Tally(codes);
        byAudience = new Tally(codes);
        byAcademie = new Tally(codes);
        byDepartement = new Tally(codes);
        byKind = new Tally(codes);
    }

    void add(Grounds grounds, int line, long count) {
        byBand.add(grounds.levelBand(line), count);
        byAudience.add(grounds.audience(line), count);
        byAcademie.add(grounds.academie(line), count);
        byDepartement.add(grounds.departement(line), count);
        byKind.add(grounds.structureKind(line), count);
    }

    Figure figure(Indicator indicator) {
        return new Figure(
                indicator,
                BigDecimal.valueOf(byBand.total()),
                List.of(
                        byBand.breakdown(Axis.LEVEL_BAND),
                        byAudience.breakdown(Axis.PRIORITY_AUDIENCE),
                        byAcademie.breakdown(Axis.ACADEMIE),
                        byDepartement.breakdown(Axis.DEPARTEMENT),
                        byKind.breakdown(Axis.STRUCTURE_KIND)));
    }
}
