package fr.mentoratdurgence.reporting.bilan;

import fr.mentoratdurgence.reporting.bilan.Figure.Breakdown;
import fr.mentoratdurgence.reporting.bilan.Figure.Part;
import fr.mentoratdurgence.reporting.ledger.FollowUp;
import fr.mentoratdurgence.reporting.ledger.Ints;
import fr.mentoratdurgence.reporting.ledger.Kind;
import fr.mentoratdurgence.reporting.ledger.Ledger;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was noticed, said and done between the sessions of pairs, and what was shared with them. */
final class FollowUpFigures {
    private static final int POOR = 2;

    private final Ledger ledger;
    private final FollowUp told;
    private final Area area;

    /** One time that one side is asked how a pair goes. */
    private record CheckIn(int pair, int number, int side) {}

    private record Alert(int pair, int kind) {}

    private record Pack(int share, int levelBand) {}

    /** The mean of the answers of one group. */
    private static final class Mean {
        private long sum;
        private long answers;

        void add(int health) {
            sum += health;
            answers++;
        }

        @Nullable
        BigDecimal value() {
            return answers == 0
                    ? null
                    : BigDecimal.valueOf(sum)
                            .divide(
                                    BigDecimal.valueOf(answers),
                                    FollowUpIndicators.CHECKINS_HEALTH.decimals(),
                                    RoundingMode.HALF_UP);
        }
    }

    FollowUpFigures(Ledger ledger, Area area) {
        this.ledger = ledger;
        this.told = ledger.followUp;
        this.area = area;
    }

    List<Figure> all() {
        return List.of(
                checkInsAsked(),
                checkInsAnswered(
                        FollowUpIndicators.CHECKINS_ANSWERED, Integer.MAX_VALUE, Axis.SIDE, Axis.HEALTH, Axis.WEEK),
                checkInsAnswered(FollowUpIndicators.CHECKINS_POOR, POOR, Axis.SIDE, Axis.WEEK),
                health(),
                themes(),
                count(FollowUpIndicators.ALERTS_RAISED, Kind.ALERT_RAISED, Axis.ALERT),
                count(FollowUpIndicators.ALERTS_RESOLVED, Kind.ALERT_RESOLVED, Axis.ALERT, Axis.ALERT_OUTCOME),
                alertsOpen(),
                count(FollowUpIndicators.STEPS_TAKEN, Kind.STEP_TAKEN, Axis.STEP),
                count(FollowUpIndicators.PAUSES_TOLD, Kind.PAIR_PAUSED, Axis.SIDE, Axis.PAUSE_REASON),
                count(FollowUpIndicators.PAUSES_SHORTENED, Kind.PAIR_RESUMED, Axis.SIDE),
                count(FollowUpIndicators.EXITS_TOLD, Kind.EXIT_INTERVIEW_RECORDED, Axis.SIDE, Axis.EXIT_OUTCOME),
                again(),
                packs(),
                count(
                        FollowUpIndicators.RESOURCES_SHARED,
                        Kind.RESOURCE_SHARED,
                        Axis.LEVEL_BAND,
                        Axis.SUPPORT,
                        Axis.FOR_WHOM),
                count(FollowUpIndicators.RESOURCES_USED, Kind.RESOURCE_USED, Axis.LEVEL_BAND, Axis.SUPPORT));
    }

    /** Each time that a side was asked, by what became of it. */
    private Figure checkInsAsked() {
        Set<CheckIn> answered = of(Kind.CHECK_IN_COMPLETED);
        Set<CheckIn> overdue = of(Kind.CHECK_IN_OVERDUE);
        Tally bySide = new Tally(ledger.codes);
        Tally byState = new Tally(ledger.codes);
        for (CheckIn asked : of(Kind.CHECK_IN_SCHEDULED)) {
            bySide.add(asked.side());
            boolean late = overdue.contains(asked);
            byState.add(ledger.codes.number(
                    answered.contains(asked) ? late ? "ANSWERED_LATE" : "ANSWERED" : late ? "OVERDUE" : "WAITING"));
        }
        return new Figure(
                FollowUpIndicators.CHECKINS_ASKED,
                BigDecimal.valueOf(bySide.total()),
                List.of(bySide.breakdown(Axis.SIDE), byState.breakdown(Axis.CHECK_IN)));
    }

    private Set<CheckIn> of(Kind kind) {
        Set<CheckIn> found = new HashSet<>();
        for (int row = 0; row < told.size(); row++) {
            if (is(row, kind)) {
                found.add(new CheckIn(told.pair.get(row), told.number.get(row), told.side.get(row)));
            }
        }
        return found;
    }

    private Figure checkInsAnswered(Indicator indicator, int most, Axis... axes) {
        return count(indicator, axes, row -> is(row, Kind.CHECK_IN_COMPLETED) && told.health.get(row) <= most);
    }

    /** The mean of what was answered, by side and by the week of the answer. */
    private Figure health() {
        Mean all = new Mean();
        Map<String, Mean> bySide = new TreeMap<>(Axis.SIDE.readingOrder());
        Map<String, Mean> byWeek = new TreeMap<>();
        for (int row = 0; row < told.size(); row++) {
            if (is(row, Kind.CHECK_IN_COMPLETED)) {
                int health = told.health.get(row);
                all.add(health);
                bySide.computeIfAbsent(ledger.codes.text(told.side.get(row)), _ -> new Mean())
                        .add(health);
                byWeek.computeIfAbsent(RhythmFigures.week(told.day.get(row)), _ -> new Mean())
                        .add(health);
            }
        }
        return new Figure(
                FollowUpIndicators.CHECKINS_HEALTH,
                all.value(),
                List.of(new Breakdown(Axis.SIDE, parts(bySide)), new Breakdown(Axis.WEEK, parts(byWeek))));
    }

    /** What answers say besides; one that says nothing besides counts as untold. */
    private Figure themes() {
        Tally tally = new Tally(ledger.codes);
        for (int row = 0; row < told.size(); row++) {
            if (is(row, Kind.CHECK_IN_COMPLETED)) {
                tally.addEach(told.other.get(row), 1);
            }
        }
        return tally.figure(FollowUpIndicators.CHECKINS_THEMES, Axis.THEME);
    }

    private static List<Part> parts(Map<String, Mean> means) {
        return means.entrySet().stream()
                .flatMap(entry ->
                        Stream.ofNullable(entry.getValue().value()).map(mean -> new Part(entry.getKey(), mean)))
                .toList();
    }

    /** Of a kind one alert of a pair is open at a time. */
    private Figure alertsOpen() {
        Map<Alert, Integer> open = new HashMap<>();
        for (int row = 0; row < told.size(); row++) {
            if (is(row, Kind.ALERT_RAISED) || is(row, Kind.ALERT_RESOLVED)) {
                open.merge(
                        new Alert(told.pair.get(row), told.code.get(row)),
                        told.kind(row) == Kind.ALERT_RAISED ? 1 : -1,
                        Integer::sum);
            }
        }
        Tally tally = new Tally(ledger.codes);
        open.forEach((alert, count) -> {
            if (count > 0) {
                tally.add(alert.kind());
            }
        });
        return tally.figure(FollowUpIndicators.ALERTS_OPEN, Axis.ALERT);
    }

    private Figure again() {
        return count(
                FollowUpIndicators.EXITS_AGAIN,
                new Axis[] {Axis.SIDE},
                row -> is(row, Kind.EXIT_INTERVIEW_RECORDED) && told.number.get(row) == 1);
    }

    /** Acts of sharing, however many resources each shared, once for each level. */
    private Figure packs() {
        Set<Pack> seen = new HashSet<>();
        return count(
                FollowUpIndicators.RESOURCES_PACKS,
                new Axis[] {Axis.LEVEL_BAND},
                row -> is(row, Kind.RESOURCE_SHARED) && seen.add(new Pack(told.number.get(row), told.other.get(row))));
    }

    private Figure count(Indicator indicator, Kind kind, Axis... axes) {
        return count(indicator, axes, row -> is(row, kind));
    }

    private Figure count(Indicator indicator, Axis[] axes, IntPredicate counts) {
        Tally[] tallies = new Tally[axes.length];
        for (int i = 0; i < axes.length; i++) {
            tallies[i] = new Tally(ledger.codes);
        }
        Map<String, Long> weeks = new TreeMap<>();
        long total = 0;
        for (int row = 0; row < told.size(); row++) {
            if (counts.test(row)) {
                total++;
                for (int i = 0; i < axes.length; i++) {
                    if (axes[i] == Axis.WEEK) {
                        weeks.merge(RhythmFigures.week(told.day.get(row)), 1L, Long::sum);
                    } else {
                        tallies[i].add(code(row, axes[i]));
                    }
                }
            }
        }
        List<Breakdown> breakdowns = new ArrayList<>();
        for (int i = 0; i < axes.length; i++) {
            breakdowns.add(
                    axes[i] == Axis.WEEK
                            ? new Breakdown(
                                    Axis.WEEK,
                                    weeks.entrySet().stream()
                                            .map(week -> new Part(week.getKey(), BigDecimal.valueOf(week.getValue())))
                                            .toList())
                            : tallies[i].breakdown(axes[i]));
        }
        return new Figure(indicator, BigDecimal.valueOf(total), List.copyOf(breakdowns));
    }

    private int code(int row, Axis axis) {
        int code = switch (axis) {
            case SIDE, FOR_WHOM -> told.side.get(row);
            case ALERT_OUTCOME, LEVEL_BAND -> told.other.get(row);
            case HEALTH -> ledger.codes.number(Integer.toString(told.health.get(row)));
            default -> told.code.get(row);
        };
        return code == Ints.NONE ? ledger.codes.number(Grounds.UNTOLD) : code;
    }

    private boolean is(int row, Kind kind) {
        if (told.kind(row) != kind) {
            return false;
        }
        return told.line.has(row) ? area.hasLine(told.line.get(row)) : area.hasPair(told.pair.get(row));
    }
}
