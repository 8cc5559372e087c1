package fr.mentoratdurgence.reporting.bilan;

import fr.mentoratdurgence.reporting.ledger.Counts;
import fr.mentoratdurgence.reporting.ledger.Ints;
import fr.mentoratdurgence.reporting.ledger.Ledger;
import java.util.List;

/** Needs and their places: asked, qualified, covered. */
final class PlaceFigures {
    private final Ledger ledger;
    private final Area area;
    /** For a line whose description was not heard: its count was revised before its need arrived. */
    private final int untold;

    PlaceFigures(Ledger ledger, Area area) {
        this.ledger = ledger;
        this.area = area;
        this.untold = ledger.codes.number(Grounds.UNTOLD);
    }

    List<Figure> all() {
        PlaceTally asked = PlaceTally.ofEquity(ledger.codes);
        PlaceTally qualified = PlaceTally.ofEquity(ledger.codes);
        Counts coveredByLine = coveredByLine(ledger);
        for (int line = 0; line < ledger.lines.size(); line++) {
            int need = ledger.lines.need(line);
            if (!area.hasLine(line)) {
                continue;
            }
            if (isDeclared(need) || isQualified(need)) {
                tally(asked, line, need, places(ledger, line, coveredByLine));
            }
            if (isQualified(need)) {
                tally(qualified, line, need, places(ledger, line, coveredByLine));
            }
        }
        Tally withdrawn = new Tally(ledger.codes);
        long needsDeclared = 0;
        long needsQualified = 0;
        for (int need = 0; need < ledger.needs.size(); need++) {
            if (!area.hasNeed(need)) {
                continue;
            }
            needsDeclared += isDeclared(need) ? 1 : 0;
            needsQualified += isQualified(need) ? 1 : 0;
            if (isWithdrawn(need)) {
                withdrawn.add(ledger.needs.withdrawnFor.get(need));
            }
        }
        return List.of(
                asked.figure(Indicators.PLACES_ASKED),
                qualified.figure(Indicators.PLACES_QUALIFIED),
                covered().figure(Indicators.PLACES_COVERED),
                Measures.count(Indicators.NEEDS_DECLARED, needsDeclared),
                Measures.count(Indicators.NEEDS_QUALIFIED, needsQualified),
                withdrawn.figure(Indicators.NEEDS_WITHDRAWN, Axis.NEED_WITHDRAWAL_REASON));
    }

    static Counts coveredByLine(Ledger ledger) {
        Counts covered = new Counts();
        for (int seat = 0; seat < ledger.seats.size(); seat++) {
            if (ledger.seats.isCovered(seat)) {
                covered.add(ledger.seats.line(seat), 1);
            }
        }
        return covered;
    }

    /** A place counts as covered once, however many mentors follow each other on it. */
    private PlaceTally covered() {
        PlaceTally covered = PlaceTally.ofEquity(ledger.codes);
        for (int seat = 0; seat < ledger.seats.size(); seat++) {
            int line = ledger.seats.line(seat);
            if (ledger.seats.isCovered(seat) && area.hasLine(line)) {
                int need = ledger.lines.need(line);
                // the need says where its places belong; where it was not heard yet, the confirmation does
                covered.add(
                        told(ledger.lines.levelBand.get(line), ledger.seats.levelBand.get(seat)),
                        told(ledger.needs.audience.get(need), ledger.seats.audience.get(seat)),
                        told(ledger.needs.departement.get(need), ledger.seats.departement.get(seat)),
                        1);
            }
        }
        return covered;
    }

    /** A withdrawn need asks for nothing more, yet the places that were covered were asked for. */
    static long places(Ledger ledger, int line, Counts coveredByLine) {
        return ledger.needs.withdrawnFor.has(ledger.lines.need(line))
                ? coveredByLine.of(line)
                : told(ledger.lines.places.get(line), 0);
    }

    private void tally(PlaceTally tally, int line, int need, long places) {
        tally.add(
                told(ledger.lines.levelBand.get(line), untold),
                told(ledger.needs.audience.get(need), untold),
                told(ledger.needs.departement.get(need), untold),
                places);
    }

    private boolean isDeclared(int need) {
        return ledger.needs.declaredAt.has(need);
    }

    private boolean isQualified(int need) {
        return ledger.needs.qualifiedAt.has(need);
    }

    private boolean isWithdrawn(int need) {
        return ledger.needs.withdrawnFor.has(need);
    }

    private static int told(int number, int otherwise) {
        return number == Ints.NONE ? otherwise : number;
    }
}
