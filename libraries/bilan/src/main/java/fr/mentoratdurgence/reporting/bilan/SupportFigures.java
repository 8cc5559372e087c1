package fr.mentoratdurgence.reporting.bilan;

import fr.mentoratdurgence.reporting.ledger.Counts;
import fr.mentoratdurgence.reporting.ledger.Ledger;
import java.util.List;

/**
 * Kinds of support: what places ask for, and beside it what sessions were about. A place or a session that has several
 * counts once for each; one of which none was told counts as untold.
 */
final class SupportFigures {
    private final Ledger ledger;
    private final Area area;

    SupportFigures(Ledger ledger, Area area) {
        this.ledger = ledger;
        this.area = area;
    }

    List<Figure> all() {
        return List.of(asked(), given());
    }

    private Figure asked() {
        Tally tally = new Tally(ledger.codes);
        Counts covered = PlaceFigures.coveredByLine(ledger);
        for (int line = 0; line < ledger.lines.size(); line++) {
            int need = ledger.lines.need(line);
            if ((ledger.needs.declaredAt.has(need) || ledger.needs.qualifiedAt.has(need)) && area.hasLine(line)) {
                tally.addEach(ledger.lines.supports.get(line), PlaceFigures.places(ledger, line, covered));
            }
        }
        return tally.figure(FollowUpIndicators.SUPPORTS_ASKED, Axis.SUPPORT);
    }

    private Figure given() {
        Tally tally = new Tally(ledger.codes);
        for (int session = 0; session < ledger.held.size(); session++) {
            if (area.hasPair(ledger.held.pair.get(session))) {
                tally.addEach(ledger.held.supports.get(session), 1);
            }
        }
        return tally.figure(FollowUpIndicators.SUPPORTS_GIVEN, Axis.SUPPORT);
    }
}
