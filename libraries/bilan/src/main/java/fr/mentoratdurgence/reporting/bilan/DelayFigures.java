package fr.mentoratdurgence.reporting.bilan;

import fr.mentoratdurgence.reporting.bilan.Figure.Breakdown;
import fr.mentoratdurgence.reporting.bilan.Figure.Part;
import fr.mentoratdurgence.reporting.ledger.Counts;
import fr.mentoratdurgence.reporting.ledger.Ints;
import fr.mentoratdurgence.reporting.ledger.Ledger;
import fr.mentoratdurgence.reporting.ledger.Mentors;
import fr.mentoratdurgence.reporting.ledger.Needs;
import fr.mentoratdurgence.reporting.ledger.Pairs;
import fr.mentoratdurgence.reporting.ledger.ParisDays;
import fr.mentoratdurgence.survival.Survival;
import fr.mentoratdurgence.survival.Survival.Point;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How long each step takes, and how long pairs and mentors stay: open cases count as open, not as nothing. */
final class DelayFigures {
    /** After so many weeks people ask who still is there. */
    static final List<Integer> WEEKS = List.of(2, 4, 8);

    private static final int DAYS = 7;
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal TENTH = new BigDecimal("0.1");

    private final Ledger ledger;
    private final Area area;
    private final int lastDay;
    private final ParisDays paris = new ParisDays();

    DelayFigures(Ledger ledger, Area area, int lastDay) {
        this.ledger = ledger;
        this.area = area;
        this.lastDay = lastDay;
    }

    List<Figure> all() {
        return List.of(
                figure(Indicators.DELAY_CALL, needs(ledger.needs.calledOn)),
                figure(Indicators.DELAY_QUALIFICATION, needs(ledger.needs.qualifiedOn)),
                figure(Indicators.DELAY_MATCH, places(ledger.needs.qualifiedOn)),
                figure(Indicators.DELAY_WAIT, places(ledger.needs.declaredOn)),
                figure(Indicators.DELAY_CONTACT, contacts()),
                figure(Indicators.DELAY_ACTIVATION, activations()),
                figure(Indicators.PAIRS_LIFE, lives()),
                figure(Indicators.MENTORS_RETENTION, retention(), WEEKS));
    }

    private Survival needs(Ints until) {
        Needs needs = ledger.needs;
        Survival survival = new Survival();
        for (int need = 0; need < needs.size(); need++) {
            int from = needs.declaredOn.get(need);
            if (from != Ints.NONE && area.hasNeed(need)) {
                take(survival, from, until.get(need), day(needs.withdrawnAt.get(need)), 1);
            }
        }
        return survival;
    }

    /** A place waits until its first match; one that has none waits on, or waited until its need was withdrawn. */
    private Survival places(Ints since) {
        Needs needs = ledger.needs;
        Survival survival = new Survival();
        Counts matched = new Counts();
        for (int seat = 0; seat < ledger.seats.size(); seat++) {
            int line = ledger.seats.line(seat);
            if (ledger.seats.isCovered(seat)) {
                matched.add(line, 1);
                int from = since.get(ledger.lines.need(line));
                if (from != Ints.NONE && area.hasLine(line)) {
                    take(survival, from, day(ledger.seats.confirmedAt.get(seat)), Ints.NONE, 1);
                }
            }
        }
        for (int line = 0; line < ledger.lines.size(); line++) {
            int need = ledger.lines.need(line);
            long waiting = Math.max(ledger.lines.places.get(line), 0) - matched.of(line);
            if (waiting > 0 && since.has(need) && area.hasLine(line)) {
                take(survival, since.get(need), Ints.NONE, day(needs.withdrawnAt.get(need)), waiting);
            }
        }
        return survival;
    }

    private Survival contacts() {
        Pairs pairs = ledger.pairs;
        Survival survival = new Survival();
        for (int pair = 0; pair < pairs.size(); pair++) {
            if (pairs.openedOn.has(pair) && area.hasPair(pair)) {
                take(survival, pairs.openedOn.get(pair), pairs.contactedOn.get(pair), pairs.endedOn(pair), 1);
            }
        }
        return survival;
    }

    /** A pair that was closed did not break: it was only not watched any longer. */
    private Survival lives() {
        Pairs pairs = ledger.pairs;
        Survival survival = new Survival();
        for (int pair = 0; pair < pairs.size(); pair++) {
            if (pairs.openedOn.has(pair) && area.hasPair(pair)) {
                take(survival, pairs.openedOn.get(pair), pairs.interruptedOn.get(pair), pairs.closedOn.get(pair), 1);
            }
        }
        return survival;
    }

    private Survival activations() {
        Mentors mentors = ledger.mentors;
        Survival survival = new Survival();
        for (int mentor = 0; mentor < mentors.size(); mentor++) {
            if (mentors.appliedOn.has(mentor) && area.hasMentor(mentor)) {
                int given = earliest(mentors.refusedOn.get(mentor), mentors.withdrewOn.get(mentor));
                take(survival, mentors.appliedOn.get(mentor), mentors.activatedOn.get(mentor), given, 1);
            }
        }
        return survival;
    }

    private Survival retention() {
        Mentors mentors = ledger.mentors;
        Survival survival = new Survival();
        for (int mentor = 0; mentor < mentors.size(); mentor++) {
            if (mentors.activatedOn.has(mentor) && area.hasMentor(mentor)) {
                int left = mentors.isWithdrawn(mentor) ? mentors.withdrewOn.get(mentor) : Ints.NONE;
                take(survival, mentors.activatedOn.get(mentor), left, Ints.NONE, 1);
            }
        }
        return survival;
    }

    /** What came first decides; of two things on one day, the end does. */
    private void take(Survival survival, int from, int ended, int lostSight, long cases) {
        if (ended != Ints.NONE && (lostSight == Ints.NONE || ended <= lostSight)) {
            survival.ended(ended - from, cases);
        } else {
            survival.open((lostSight == Ints.NONE ? lastDay : Math.min(lostSight, lastDay)) - from, cases);
        }
    }

    static Figure figure(Indicator indicator, Survival survival) {
        return figure(indicator, survival, List.of());
    }

    /** @param weeks after which it is told how many cases were watched so long */
    private static Figure figure(Indicator indicator, Survival survival, List<Integer> weeks) {
        List<Point> points = survival.points();
        List<Part> statistics = new ArrayList<>();
        count(statistics, "CASES", survival.endedCases() + survival.openCases());
        count(statistics, "ENDED", survival.endedCases());
        count(statistics, "OPEN", survival.openCases());
        weeks.forEach(week -> count(statistics, "WEEKS_" + week, survival.watched(week * DAYS)));
        statistic(statistics, "MEDIAN_LOW", first(points, Point::low, HALF));
        statistic(statistics, "MEDIAN_HIGH", first(points, Point::high, HALF));
        statistic(statistics, "P90", first(points, Point::share, TENTH));
        statistic(statistics, "P90_LOW", first(points, Point::low, TENTH));
        statistic(statistics, "P90_HIGH", first(points, Point::high, TENTH));
        Integer median = first(points, Point::share, HALF);
        return new Figure(
                indicator,
                median == null ? null : BigDecimal.valueOf(median),
                List.of(
                        new Breakdown(Axis.STATISTIC, List.copyOf(statistics)),
                        curve(Axis.STILL, points, Point::share),
                        curve(Axis.STILL_LOW, points, Point::low),
                        curve(Axis.STILL_HIGH, points, Point::high)));
    }

    private static void count(List<Part> parts, String key, long cases) {
        if (cases > 0) {
            parts.add(new Part(key, BigDecimal.valueOf(cases)));
        }
    }

    private static void statistic(List<Part> parts, String key, @Nullable Integer day) {
        if (day != null) {
            parts.add(new Part(key, BigDecimal.valueOf(day)));
        }
    }

    private static @Nullable Integer first(List<Point> points, Function<Point, BigDecimal> share, BigDecimal atMost) {
        return points.stream()
                .filter(point -> share.apply(point).compareTo(atMost) <= 0)
                .map(Point::day)
                .findFirst()
                .orElse(null);
    }

    private static Breakdown curve(Axis axis, List<Point> points, Function<Point, BigDecimal> share) {
        return new Breakdown(
                axis,
                points.stream()
                        .map(point -> new Part(String.valueOf(point.day()), share.apply(point)))
                        .toList());
    }

    private static int earliest(int day, int other) {
        if (day == Ints.NONE || other == Ints.NONE) {
            return Math.max(day, other);
        }
        return Math.min(day, other);
    }

    private int day(int second) {
        return second == Ints.NONE ? Ints.NONE : paris.ofSecond(second);
    }
}
