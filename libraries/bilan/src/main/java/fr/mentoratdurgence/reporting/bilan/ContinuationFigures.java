package fr.mentoratdurgence.reporting.bilan;

import fr.mentoratdurgence.reporting.ledger.Ints;
import fr.mentoratdurgence.reporting.ledger.Ledger;
import fr.mentoratdurgence.reporting.ledger.Pairs;
import java.math.BigDecimal;
import java.util.List;

/** Pairs for which going on in person with a member association was proposed, and what became of it. */
final class ContinuationFigures {
    private final Ledger ledger;
    private final Grounds grounds;
    private final Area area;

    ContinuationFigures(Ledger ledger, Grounds grounds, Area area) {
        this.ledger = ledger;
        this.grounds = grounds;
        this.area = area;
    }

    /** Pairs along the axes of a continuation: each axis adds up to the same total. */
    private final class ContinuationTally {
        private final Tally byAssociation = new Tally(ledger.codes);
        private final Tally byAcademie = new Tally(ledger.codes);
        private final Tally byDepartement = new Tally(ledger.codes);

        void add(int pair) {
            Pairs pairs = ledger.pairs;
            int departement = pairs.departement.get(pair);
            byAssociation.add(pairs.continuesWith.get(pair));
            byAcademie.add(grounds.academie(pairs.academie.get(pair), departement));
            byDepartement.add(departement == Ints.NONE ? grounds.untold() : departement);
        }

        Figure figure(Indicator indicator) {
            return new Figure(
                    indicator,
                    BigDecimal.valueOf(byAssociation.total()),
                    List.of(
                            byAssociation.breakdown(Axis.MEMBER_ASSOCIATION),
                            byAcademie.breakdown(Axis.ACADEMIE),
                            byDepartement.breakdown(Axis.DEPARTEMENT)));
        }
    }

    List<Figure> all() {
        Pairs pairs = ledger.pairs;
        ContinuationTally proposed = new ContinuationTally();
        ContinuationTally agreed = new ContinuationTally();
        ContinuationTally declined = new ContinuationTally();
        long afterPlannedEnd = 0;
        for (int pair = 0; pair < pairs.size(); pair++) {
            if (!pairs.continuation.has(pair) || !area.hasPair(pair)) {
                continue;
            }
            proposed.add(pair);
            switch (pairs.continuation.get(pair)) {
                case Pairs.AGREED -> {
                    agreed.add(pair);
                    afterPlannedEnd += pairs.closedOn.has(pair) && pairs.planned.get(pair) == 1 ? 1 : 0;
                }
                case Pairs.DECLINED -> declined.add(pair);
                default -> {}
            }
        }
        return List.of(
                proposed.figure(Indicators.CONTINUATIONS_PROPOSED),
                agreed.figure(Indicators.CONTINUATIONS_AGREED),
                declined.figure(Indicators.CONTINUATIONS_DECLINED),
                Measures.count(Indicators.CONTINUATIONS_AFTER_END, afterPlannedEnd));
    }
}
