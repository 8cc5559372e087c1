package fr.mentoratdurgence.reporting.bilan;

import fr.mentoratdurgence.reporting.ledger.Counts;
import fr.mentoratdurgence.reporting.ledger.Ints;
import fr.mentoratdurgence.reporting.ledger.Ledger;
import fr.mentoratdurgence.reporting.ledger.Mentors;
import fr.mentoratdurgence.reporting.ledger.Pairs;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/** The steps of mentors, and what référents carry. */
final class TeamFigures {
    private final Ledger ledger;
    private final Area area;

    TeamFigures(Ledger ledger, Area area) {
        this.ledger = ledger;
        this.area = area;
    }

    List<Figure> all() {
        long charter = 0;
        long trained = 0;
        long activated = 0;
        long matched = 0;
        Mentors mentors = ledger.mentors;
        boolean[] hadPair = new boolean[mentors.size()];
        Pairs pairs = ledger.pairs;
        for (int pair = 0; pair < pairs.size(); pair++) {
            if (pairs.openedOn.has(pair) && pairs.mentor.has(pair)) {
                hadPair[pairs.mentor.get(pair)] = true;
            }
        }
        for (int mentor = 0; mentor < mentors.size(); mentor++) {
            if (area.hasMentor(mentor)) {
                charter += mentors.charterOn.has(mentor) ? 1 : 0;
                trained += mentors.trainedOn.has(mentor) ? 1 : 0;
                activated += mentors.activatedOn.has(mentor) ? 1 : 0;
                matched += hadPair[mentor] ? 1 : 0;
            }
        }
        long[] loads = loads();
        return List.of(
                Measures.count(Indicators.MENTORS_CHARTER, charter),
                Measures.count(Indicators.MENTORS_TRAINED, trained),
                Measures.count(Indicators.MENTORS_ACTIVATED, activated),
                Measures.count(Indicators.MENTORS_MATCHED, matched),
                loadClasses(loads),
                new Figure(
                        Indicators.REFERENTS_MEDIAN_LOAD,
                        Measures.median(
                                IntStream.range(0, loads.length).mapToLong(i -> loads[i]),
                                Indicators.REFERENTS_MEDIAN_LOAD.decimals()),
                        List.of()),
                new Figure(
                        Indicators.REFERENTS_LARGEST_LOAD,
                        loads.length == 0
                                ? null
                                : BigDecimal.valueOf(IntStream.range(0, loads.length)
                                        .mapToLong(i -> loads[i])
                                        .max()
                                        .orElse(0)),
                        List.of()));
    }

    /** Pairs alive of each référent who has at least one. */
    private long[] loads() {
        Pairs pairs = ledger.pairs;
        Counts counts = new Counts();
        for (int pair = 0; pair < pairs.size(); pair++) {
            int referent = pairs.referent.get(pair);
            if (referent != Ints.NONE && pairs.openedOn.has(pair) && !pairs.isEnded(pair) && area.hasPair(pair)) {
                counts.add(referent, 1);
            }
        }
        return IntStream.range(0, counts.end())
                .mapToLong(counts::of)
                .filter(count -> count > 0)
                .toArray();
    }

    private Figure loadClasses(long[] loads) {
        Tally tally = new Tally(ledger.codes);
        for (long load : loads) {
            tally.add(ledger.codes.number(loadClass(load)));
        }
        return tally.figure(Indicators.REFERENTS_BY_LOAD, Axis.LOAD);
    }

    private static String loadClass(long load) {
        if (load <= 5) {
            return "FROM_1_TO_5";
        }
        if (load <= 10) {
            return "FROM_6_TO_10";
        }
        if (load <= 20) {
            return "FROM_11_TO_20";
        }
        return load <= 40 ? "FROM_21_TO_40" : "OVER_40";
    }
}
