package fr.mentoratdurgence.reporting.bilan;

import fr.mentoratdurgence.reporting.bilan.Figure.Breakdown;
import fr.mentoratdurgence.reporting.bilan.Figure.Part;
import fr.mentoratdurgence.reporting.ledger.Ints;
import fr.mentoratdurgence.reporting.ledger.Ledger;
import fr.mentoratdurgence.reporting.ledger.Pairs;
import fr.mentoratdurgence.reporting.ledger.Sessions;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Pairs week by week: how many are alive, and how regularly they meet. */
final class RhythmFigures {
    private static final int DAYS = 7;

    /** 5 January 1970, as days since 1970. */
    private static final int A_MONDAY = 4;

    private static final int ONE_HOUR = 60;
    private static final int TWO_HOURS = 120;

    private final Ledger ledger;
    private final Grounds grounds;
    private final Area area;
    private final AssociationFigures associations;
    private final int lastDay;

    RhythmFigures(Ledger ledger, Grounds grounds, Area area, int lastDay) {
        this.ledger = ledger;
        this.grounds = grounds;
        this.area = area;
        this.associations = new AssociationFigures(ledger, grounds, area);
        this.lastDay = lastDay;
    }

    List<Figure> all() {
        return List.of(aliveByWeek(), weeks(), sessions(), hours(), excuses(), interruptions());
    }

    /** Alive at the end of the week's Sunday, of the last week at the end of the last day. */
    private Figure aliveByWeek() {
        Pairs pairs = ledger.pairs;
        int first = Integer.MAX_VALUE;
        for (int pair = 0; pair < pairs.size(); pair++) {
            if (pairs.openedOn.has(pair) && area.hasPair(pair)) {
                first = Math.min(first, pairs.openedOn.get(pair));
            }
        }
        if (first > lastDay) {
            return new Figure(Indicators.PAIRS_BY_WEEK, BigDecimal.ZERO, List.of(new Breakdown(Axis.WEEK, List.of())));
        }
        int monday = monday(first);
        long[] change = new long[(lastDay - monday) / DAYS + 2];
        for (int pair = 0; pair < pairs.size(); pair++) {
            int opened = pairs.openedOn.get(pair);
            if (opened == Ints.NONE || opened > lastDay || !area.hasPair(pair)) {
                continue;
            }
            change[(opened - monday) / DAYS]++;
            int ended = pairs.endedOn(pair);
            if (ended != Ints.NONE && ended <= lastDay) {
                change[(Math.max(ended, opened) - monday) / DAYS]--;
            }
        }
        List<Part> weeks = new ArrayList<>();
        long alive = 0;
        for (int week = 0; week < change.length - 1; week++) {
            alive += change[week];
            weeks.add(new Part(name(monday + week * DAYS), BigDecimal.valueOf(alive)));
        }
        return new Figure(
                Indicators.PAIRS_BY_WEEK,
                BigDecimal.valueOf(alive),
                List.of(new Breakdown(Axis.WEEK, List.copyOf(weeks))));
    }

    /** Whole weeks, Monday to Sunday, that a pair lived through, by minutes spent together. */
    private Figure weeks() {
        Pairs pairs = ledger.pairs;
        Sessions held = ledger.held;
        Sessions.ByPair byPair = held.byPair(pairs.size());
        Tally tally = new Tally(ledger.codes);
        int none = ledger.codes.number("NONE");
        int under = ledger.codes.number("UNDER_60");
        int between = ledger.codes.number("FROM_60_TO_120");
        int over = ledger.codes.number("OVER_120");
        for (int pair = 0; pair < pairs.size(); pair++) {
            if (!pairs.openedOn.has(pair) || !area.hasPair(pair)) {
                continue;
            }
            int ended = pairs.endedOn(pair);
            int until = ended == Ints.NONE ? lastDay : Math.min(ended, lastDay);
            int monday = monday(pairs.openedOn.get(pair) + DAYS - 1);
            int weeks = Math.max(0, (until - monday + 1) / DAYS);
            if (until < monday) {
                weeks = 0;
            }
            int[] minutes = new int[weeks];
            for (int i = 0; i < byPair.count(pair); i++) {
                int session = byPair.row(pair, i);
                int day = held.day.get(session);
                if (day >= monday && (day - monday) / DAYS < weeks) {
                    minutes[(day - monday) / DAYS] += held.minutes.get(session);
                }
            }
            for (int spent : minutes) {
                tally.add(spent == 0 ? none : spent < ONE_HOUR ? under : spent <= TWO_HOURS ? between : over);
            }
        }
        return tally.figure(Indicators.PAIR_WEEKS, Axis.WEEKLY_MINUTES);
    }

    private Figure sessions() {
        Tally byAcademie = new Tally(ledger.codes);
        Tally byDepartement = new Tally(ledger.codes);
        Tally byAssociation = new Tally(ledger.codes);
        for (int session = 0; session < ledger.held.size(); session++) {
            addWhere(byAcademie, byDepartement, byAssociation, ledger.held.pair.get(session), 1);
        }
        return new Figure(
                Indicators.ACTIVITY_SESSIONS,
                BigDecimal.valueOf(byAcademie.total()),
                List.of(
                        byAcademie.breakdown(Axis.ACADEMIE),
                        byDepartement.breakdown(Axis.DEPARTEMENT),
                        byAssociation.breakdown(Axis.MEMBER_ASSOCIATION)));
    }

    private Figure hours() {
        Tally byAcademie = new Tally(ledger.codes);
        Tally byDepartement = new Tally(ledger.codes);
        Tally byAssociation = new Tally(ledger.codes);
        for (int session = 0; session < ledger.held.size(); session++) {
            addWhere(
                    byAcademie,
                    byDepartement,
                    byAssociation,
                    ledger.held.pair.get(session),
                    ledger.held.minutes.get(session));
        }
        return new Figure(
                Indicators.ACTIVITY_HOURS,
                Measures.hours(Indicators.ACTIVITY_HOURS, byAcademie.total()).value(),
                List.of(
                        inHours(byAcademie.breakdown(Axis.ACADEMIE)),
                        inHours(byDepartement.breakdown(Axis.DEPARTEMENT)),
                        inHours(byAssociation.breakdown(Axis.MEMBER_ASSOCIATION))));
    }

    private void addWhere(Tally byAcademie, Tally byDepartement, Tally byAssociation, int pair, long count) {
        Pairs pairs = ledger.pairs;
        if (area.hasPair(pair)) {
            int departement = pairs.departement.get(pair);
            byAcademie.add(grounds.academie(pairs.academie.get(pair), departement), count);
            byDepartement.add(departement == Ints.NONE ? grounds.untold() : departement, count);
            byAssociation.add(associations.ofPair(pair), count);
        }
    }

    private static Breakdown inHours(Breakdown minutes) {
        return new Breakdown(
                minutes.axis(),
                minutes.parts().stream()
                        .map(part -> new Part(
                                part.key(),
                                part.value()
                                        .divide(
                                                BigDecimal.valueOf(ONE_HOUR),
                                                Indicators.ACTIVITY_HOURS.decimals(),
                                                RoundingMode.HALF_UP)))
                        .toList());
    }

    private Figure excuses() {
        Tally tally = new Tally(ledger.codes);
        int excused = ledger.codes.number("EXCUSED");
        int unexcused = ledger.codes.number("UNEXCUSED");
        for (int session = 0; session < ledger.missed.size(); session++) {
            if (area.hasPair(ledger.missed.pair.get(session))) {
                int told = ledger.missed.excused.get(session);
                tally.add(told == Ints.NONE ? grounds.untold() : told == 1 ? excused : unexcused);
            }
        }
        return tally.figure(Indicators.MISSED_EXCUSED, Axis.EXCUSED);
    }

    private Figure interruptions() {
        Pairs pairs = ledger.pairs;
        Tally bySide = new Tally(ledger.codes);
        Tally byReason = new Tally(ledger.codes);
        PairedTally both = new PairedTally(ledger.codes);
        for (int pair = 0; pair < pairs.size(); pair++) {
            if (pairs.interruptedOn.has(pair) && area.hasPair(pair)) {
                bySide.add(pairs.interruptedBySide.get(pair));
                byReason.add(pairs.interruptedFor.get(pair));
                both.add(pairs.interruptedBySide.get(pair), pairs.interruptedFor.get(pair));
            }
        }
        return new Figure(
                Indicators.INTERRUPTIONS,
                BigDecimal.valueOf(bySide.total()),
                List.of(
                        bySide.breakdown(Axis.SIDE),
                        byReason.breakdown(Axis.INTERRUPTION_REASON),
                        both.breakdown(Axis.SIDE_AND_REASON)));
    }

    /** The ISO week of a day, such as 2020-W17. */
    static String week(int day) {
        return name(monday(day));
    }

    private static int monday(int day) {
        return day - Math.floorMod(day - A_MONDAY, DAYS);
    }

    private static String name(int monday) {
        LocalDate day = LocalDate.ofEpochDay(monday);
        return String.format(
                Locale.ROOT,
                "%04d-W%02d",
                day.get(IsoFields.WEEK_BASED_YEAR),
                day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
