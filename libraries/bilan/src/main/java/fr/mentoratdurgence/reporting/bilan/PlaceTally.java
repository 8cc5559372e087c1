package fr.mentoratdurgence.reporting.bilan;

import fr.mentoratdurgence.reporting.ledger.WordNumbers;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/** Counts of places or pairs along several axes at once: each axis adds up to the same total. */
final class PlaceTally {
    private static final List<Axis> EQUITY = List.of(Axis.LEVEL_BAND, Axis.PRIORITY_AUDIENCE, Axis.DEPARTEMENT);
    private static final List<Axis> GROUND =
            List.of(Axis.LEVEL_BAND, Axis.PRIORITY_AUDIENCE, Axis.ACADEMIE, Axis.DEPARTEMENT, Axis.STRUCTURE_KIND);

    private final List<Axis> axes;
    private final List<Tally> tallies;

    private PlaceTally(List<Axis> axes, WordNumbers codes) {
        this.axes = axes;
        this.tallies = axes.stream().map(_ -> new Tally(codes)).toList();
    }

    /** Along the three axes of equity. */
    static PlaceTally ofEquity(WordNumbers codes) {
        return new PlaceTally(EQUITY, codes);
    }

    /** Along all axes of their ground. */
    static PlaceTally ofGround(WordNumbers codes) {
        return new PlaceTally(GROUND, codes);
    }

    void add(int levelBand, int priorityAudience, int departement, long count) {
        count(count, levelBand, priorityAudience, departement);
    }

    void add(Grounds grounds, int line, long count) {
        count(
                count,
                grounds.levelBand(line),
                grounds.audience(line),
                grounds.academie(line),
                grounds.departement(line),
                grounds.structureKind(line));
    }

    private void count(long count, int... codes) {
        for (int i = 0; i < codes.length; i++) {
            tallies.get(i).add(codes[i], count);
        }
    }

    Figure figure(Indicator indicator) {
        return new Figure(
                indicator,
                BigDecimal.valueOf(tallies.getFirst().total()),
                IntStream.range(0, axes.size())
                        .mapToObj(i -> tallies.get(i).breakdown(axes.get(i)))
                        .toList());
    }
}
