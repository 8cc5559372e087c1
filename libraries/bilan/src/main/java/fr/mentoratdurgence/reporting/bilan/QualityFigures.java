package fr.mentoratdurgence.reporting.bilan;

import fr.mentoratdurgence.reporting.ledger.Ints;
import fr.mentoratdurgence.reporting.ledger.Ledger;
import fr.mentoratdurgence.reporting.ledger.Needs;
import fr.mentoratdurgence.reporting.ledger.Pairs;
import fr.mentoratdurgence.reporting.ledger.Sessions;
import java.util.List;

/** What is known of the facts themselves: told late, told before their day, against each other. */
final class QualityFigures {
    private final Ledger ledger;

    QualityFigures(Ledger ledger) {
        this.ledger = ledger;
    }

    List<Figure> all() {
        return List.of(lateness(), Measures.count(Indicators.TOLD_AHEAD, ledger.toldAhead()), contradictions());
    }

    private Figure lateness() {
        Tally tally = new Tally(ledger.codes);
        for (int days = 0; days < ledger.byDaysLate.end(); days++) {
            if (ledger.byDaysLate.of(days) > 0) {
                tally.add(ledger.codes.number(latenessClass(days)), ledger.byDaysLate.of(days));
            }
        }
        return tally.figure(Indicators.TOLD_LATE, Axis.LATENESS);
    }

    private static String latenessClass(int days) {
        if (days <= 1) {
            return days == 0 ? "SAME_DAY" : "NEXT_DAY";
        }
        if (days <= 7) {
            return "WITHIN_A_WEEK";
        }
        return days <= 31 ? "WITHIN_A_MONTH" : "LATER";
    }

    private Figure contradictions() {
        Tally tally = new Tally(ledger.codes);
        Needs needs = ledger.needs;
        for (int need = 0; need < needs.size(); need++) {
            note(tally, "QUALIFIED_BEFORE_DECLARED", before(needs.qualifiedOn.get(need), needs.declaredOn.get(need)));
        }
        Pairs pairs = ledger.pairs;
        for (int pair = 0; pair < pairs.size(); pair++) {
            int opened = pairs.openedOn.get(pair);
            note(tally, "ENDED_TWICE", pairs.interruptedOn.has(pair) && pairs.closedOn.has(pair));
            note(tally, "CONTACT_BEFORE_OPENING", before(pairs.contactedOn.get(pair), opened));
            note(tally, "END_BEFORE_OPENING", before(pairs.endedOn(pair), opened));
            note(
                    tally,
                    "PAIR_WITHOUT_MATCH",
                    opened != Ints.NONE && pairs.seat.has(pair) && !ledger.seats.isCovered(pairs.seat.get(pair)));
        }
        Sessions held = ledger.held;
        for (int session = 0; session < held.size(); session++) {
            int pair = held.pair.get(session);
            int day = held.day.get(session);
            note(
                    tally,
                    "SESSION_OUTSIDE_PAIR",
                    before(day, pairs.openedOn.get(pair)) || before(pairs.endedOn(pair), day));
        }
        return tally.figure(Indicators.CONTRADICTIONS, Axis.CONTRADICTION);
    }

    private void note(Tally tally, String contradiction, boolean found) {
        if (found) {
            tally.add(ledger.codes.number(contradiction));
        }
    }

    private static boolean before(int day, int other) {
        return day != Ints.NONE && other != Ints.NONE && day < other;
    }
}
