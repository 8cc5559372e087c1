package fr.mentoratdurgence.reporting.bilan;

import fr.mentoratdurgence.reporting.ledger.Ints;
import fr.mentoratdurgence.reporting.ledger.Ledger;
import fr.mentoratdurgence.reporting.ledger.Pairs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How far places came. A place that reached a step has reached all steps before it, also where a fact in between was
 * never told: so the funnel only narrows, on every axis.
 */
final class FunnelFigures {
    private static final int PROPOSED = Indicators.FUNNEL.indexOf(Indicators.FUNNEL_PROPOSED);
    private static final int CONFIRMED = Indicators.FUNNEL.indexOf(Indicators.FUNNEL_CONFIRMED);
    private static final int CONTACTED = Indicators.FUNNEL.indexOf(Indicators.FUNNEL_CONTACTED);
    private static final int ACTIVE = Indicators.FUNNEL.indexOf(Indicators.FUNNEL_ACTIVE);
    private static final int CLOSED = Indicators.FUNNEL.indexOf(Indicators.FUNNEL_CLOSED);

    private final Ledger ledger;
    private final Grounds grounds;
    private final Area area;

    FunnelFigures(Ledger ledger, Grounds grounds, Area area) {
        this.ledger = ledger;
        this.grounds = grounds;
        this.area = area;
    }

    List<Figure> all() {
        int steps = Indicators.FUNNEL.size();
        long[][] reached = reached(steps);
        List<PlaceTally> tallies = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            tallies.add(PlaceTally.ofGround(ledger.codes));
        }
        for (int line = 0; line < ledger.lines.size(); line++) {
            if (!area.hasLine(line)) {
                continue;
            }
            int need = ledger.lines.need(line);
            boolean qualified = ledger.needs.qualifiedAt.has(need);
            boolean declared = qualified || ledger.needs.declaredAt.has(need);
            long asked = Math.max(places(line, need), reached[PROPOSED][line]);
            tallies.get(0).add(grounds, line, declared ? asked : reached[PROPOSED][line]);
            tallies.get(1).add(grounds, line, qualified ? asked : reached[PROPOSED][line]);
            for (int step = PROPOSED; step < steps; step++) {
                tallies.get(step).add(grounds, line, reached[step][line]);
            }
        }
        List<Figure> figures = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            figures.add(tallies.get(step).figure(Indicators.FUNNEL.get(step)));
        }
        return figures;
    }

    /** A withdrawn need asks for nothing more; what was proposed before counts by itself. */
    private long places(int line, int need) {
        return ledger.needs.withdrawnFor.has(need) || !ledger.lines.places.has(line)
                ? 0
                : ledger.lines.places.get(line);
    }

    private long[][] reached(int steps) {
        int[] furthest = furthest();
        long[][] reached = new long[steps][ledger.lines.size()];
        for (int seat = 0; seat < furthest.length; seat++) {
            for (int step = PROPOSED; step <= furthest[seat]; step++) {
                reached[step][ledger.seats.line(seat)]++;
            }
        }
        return reached;
    }

    private int[] furthest() {
        int[] furthest = new int[ledger.seats.size()];
        Arrays.fill(furthest, PROPOSED - 1);
        for (int proposal = 0; proposal < ledger.proposals.size(); proposal++) {
            come(furthest, ledger.proposals.seat.get(proposal), PROPOSED);
        }
        for (int seat = 0; seat < furthest.length; seat++) {
            if (ledger.seats.isCovered(seat)) {
                come(furthest, seat, CONFIRMED);
            }
        }
        Pairs pairs = ledger.pairs;
        for (int pair = 0; pair < pairs.size(); pair++) {
            come(furthest, pairs.seat.get(pair), CONFIRMED);
            if (pairs.contactedOn.has(pair)) {
                come(furthest, pairs.seat.get(pair), CONTACTED);
            }
            if (pairs.planned.get(pair) == 1) {
                come(furthest, pairs.seat.get(pair), CLOSED);
            }
        }
        for (int session = 0; session < ledger.held.size(); session++) {
            come(furthest, pairs.seat.get(ledger.held.pair.get(session)), ACTIVE);
        }
        return furthest;
    }

    private static void come(int[] furthest, int seat, int step) {
        if (seat != Ints.NONE && furthest[seat] < step) {
            furthest[seat] = step;
        }
    }
}
