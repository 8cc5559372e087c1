package fr.mentoratdurgence.reporting.bilan;

import fr.mentoratdurgence.reporting.bilan.Figure.Breakdown;
import fr.mentoratdurgence.reporting.bilan.Figure.Part;
import fr.mentoratdurgence.reporting.bilan.Indicator.Exposure;
import fr.mentoratdurgence.reporting.bilan.Indicator.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a bilan everybody may see. Counts below 5 are left out, as zeros are. All other counts are rounded down to a
 * multiple of 5: so neither the difference of two published dates nor that of two steps of the funnel tells of one
 * person. What a reader could still conclude from totals is left out too ({@link Concealment}). Shares are worked out
 * from the published counts. A territory is shown as the national tables show it and not further broken down.
 */
public final class Secrecy {
    /** Smallest count that is told, and the step in which counts are told. */
    public static final int STEP = 5;

    private static final long FEWEST_CASES_OF_A_CURVE = 20;
    private static final BigDecimal STEPS = BigDecimal.valueOf(STEP);
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal TENTH = new BigDecimal("0.1");

    /** Crossed tables are for analysts: what a reader may conclude from them is harder to foresee. */
    private static final Set<Axis> NEVER = Set.of(Axis.SIDE_AND_REASON);

    /** Totals of which a curve repeats the number of cases. */
    private static final Map<Indicator, List<Indicator>> CASES_OF = Map.of(
            Indicators.DELAY_CALL, List.of(Indicators.NEEDS_DECLARED),
            Indicators.DELAY_QUALIFICATION, List.of(Indicators.NEEDS_DECLARED),
            Indicators.DELAY_MATCH, List.of(Indicators.FUNNEL_QUALIFIED, Indicators.FUNNEL_CONFIRMED),
            Indicators.DELAY_WAIT, List.of(Indicators.FUNNEL_ASKED, Indicators.FUNNEL_CONFIRMED),
            Indicators.DELAY_CONTACT, List.of(Indicators.PAIRS_OPENED, Indicators.FUNNEL_CONFIRMED),
            Indicators.PAIRS_LIFE, List.of(Indicators.PAIRS_OPENED, Indicators.FUNNEL_CONFIRMED),
            Indicators.MEDIAN_DAYS, List.of(Indicators.PAIRS_OPENED, Indicators.FUNNEL_CONFIRMED),
            Indicators.DELAY_ACTIVATION, List.of(Indicators.MENTORS_APPLIED),
            Indicators.MENTORS_RETENTION, List.of(Indicators.MENTORS_ACTIVATED));

    private final Bilan exact;
    private final Map<String, Concealment> tables = new HashMap<>();

    private Secrecy(Bilan exact) {
        this.exact = exact;
    }

    /**
     * What everybody may see of a territory.
     *
     * @param nation the exact figures of the whole operation
     */
    public static Bilan publish(Bilan nation, Territory territory) {
        Scope scope = nation.scope();
        if (!scope.territory().isNation() || nation.published()) {
            throw new IllegalArgumentException("what is published comes from the exact figures of the whole operation");
        }
        List<Figure> figures = new Secrecy(nation).figures();
        return new Bilan(
                new Scope(scope.asOf(), scope.happenedUntil(), territory),
                true,
                told(nation.events()),
                territory.isNation() ? figures : in(territory, figures));
    }

    /** A count of facts or cases as it is told. */
    public static long told(long count) {
        return count - count % STEP;
    }

    private List<Figure> figures() {
        conceal();
        List<Figure> told = new ArrayList<>();
        for (Figure figure : exact.figures()) {
            Indicator indicator = figure.indicator();
            if (indicator.exposure() == Exposure.ANALYSTS) {
                continue;
            }
            switch (indicator.kind()) {
                case COUNT -> told.add(count(figure));
                case AMOUNT -> told.add(amount(figure));
                case LEVELS -> told.add(levels(figure));
                case DELAY -> told.add(delay(figure));
                case RULE -> told.add(figure);
                // shares follow from what is told
                case RATIO, MEASURE -> {}
            }
        }
        told.addAll(RatioFigures.ofPublished(Bilans.byCode(told)));
        return List.copyOf(told);
    }

    /** The tables of the whole operation already tell all that is told of a territory. */
    private static List<Figure> in(Territory territory, List<Figure> nation) {
        Axis axis = territory.kind() == Territory.Kind.ACADEMIE ? Axis.ACADEMIE : Axis.DEPARTEMENT;
        List<Figure> told = new ArrayList<>();
        for (Figure figure : nation) {
            if (figure.breakdowns().stream().noneMatch(breakdown -> breakdown.axis() == axis)) {
                continue;
            }
            List<Breakdown> breakdowns = new ArrayList<>();
            if (axis == Axis.ACADEMIE) {
                List<String> inside = Academies.ofFrance()
                        .withCode(territory.code())
                        .map(Academies.Academie::departements)
                        .orElse(List.of());
                List<Part> parts = figure.parts(Axis.DEPARTEMENT).stream()
                        .filter(part -> inside.contains(part.key()))
                        .toList();
                if (!parts.isEmpty()) {
                    breakdowns.add(new Breakdown(Axis.DEPARTEMENT, parts));
                }
            }
            told.add(new Figure(figure.indicator(), figure.part(axis, territory.code()), List.copyOf(breakdowns)));
        }
        return List.copyOf(told);
    }

    private void conceal() {
        Map<String, List<Figure>> families = new LinkedHashMap<>();
        for (Figure figure : exact.figures()) {
            Indicator indicator = figure.indicator();
            if (indicator.kind() == Kind.COUNT && indicator.exposure() != Exposure.ANALYSTS) {
                families.computeIfAbsent(indicator.family(), _ -> new ArrayList<>())
                        .add(figure);
            }
        }
        for (List<Figure> family : families.values()) {
            Concealment table = new Concealment(whole(family.getFirst().value()));
            Set<Axis> seen = new LinkedHashSet<>();
            for (Figure figure : family) {
                tables.put(figure.indicator().code(), table);
                for (Breakdown breakdown : breakdowns(figure)) {
                    if (seen.add(breakdown.axis())) {
                        add(table, figure, breakdown);
                    }
                }
            }
            table.close();
        }
    }

    private static void add(Concealment table, Figure figure, Breakdown breakdown) {
        Map<String, Long> parts = counts(breakdown);
        boolean below = breakdown.axis() == Axis.DEPARTEMENT
                && !figure.parts(Axis.ACADEMIE).isEmpty();
        if (!below) {
            table.partition(breakdown.axis().code(), parts);
            return;
        }
        // a département is a part of its académie, and so of the whole
        Map<String, Map<String, Long>> byAcademie = new LinkedHashMap<>();
        parts.forEach((departement, count) -> byAcademie
                .computeIfAbsent(academie(departement), _ -> new LinkedHashMap<>())
                .put(departement, count));
        byAcademie.forEach((academie, departements) -> table.partitionOf(
                Axis.ACADEMIE.code(), academie, breakdown.axis().code(), departements));
    }

    private static String academie(String departement) {
        return Academies.ofFrance()
                .of(departement)
                .map(Academies.Academie::code)
                .orElse(Grounds.UNTOLD);
    }

    private Figure count(Figure figure) {
        Indicator indicator = figure.indicator();
        Concealment table = table(indicator);
        boolean ofAll = indicator.exposure() == Exposure.EVERYBODY;
        boolean told = table.tellsTotal()
                && (ofAll || table(Indicators.FUNNEL_CONFIRMED).tellsTotal());
        List<Breakdown> breakdowns = new ArrayList<>();
        if (ofAll || (told && indicator.exposure() == Exposure.OF_CONFIRMED)) {
            for (Breakdown breakdown : breakdowns(figure)) {
                breakdowns.add(new Breakdown(
                        breakdown.axis(),
                        breakdown.parts().stream()
                                .filter(part -> table.tells(breakdown.axis().code(), part.key()))
                                .map(part -> new Part(part.key(), down(part.value())))
                                .toList()));
            }
        }
        return new Figure(indicator, told ? down(whole(figure)) : null, List.copyOf(breakdowns));
    }

    /** Hours are told where enough sessions and enough places stand behind them. */
    private Figure amount(Figure figure) {
        Concealment sessions = table(Indicators.SESSIONS_HELD);
        Concealment places = table(Indicators.FUNNEL_CONFIRMED);
        List<Breakdown> breakdowns = new ArrayList<>();
        for (Breakdown breakdown : figure.breakdowns()) {
            String axis = breakdown.axis().code();
            Concealment behind =
                    breakdown.axis() == Axis.MEMBER_ASSOCIATION ? table(Indicators.ASSOCIATIONS_PAIRS) : places;
            breakdowns.add(new Breakdown(
                    breakdown.axis(),
                    breakdown.parts().stream()
                            .filter(part -> sessions.tells(axis, part.key()) && behind.tells(axis, part.key()))
                            .filter(part -> part.value().compareTo(STEPS) >= 0)
                            .map(part -> new Part(part.key(), down(part.value())))
                            .toList()));
        }
        boolean told = sessions.tellsTotal() && places.tellsTotal();
        return new Figure(figure.indicator(), told ? toldValue(figure.value()) : null, List.copyOf(breakdowns));
    }

    private Figure levels(Figure figure) {
        boolean told = table(Indicators.FUNNEL_CONFIRMED).tellsTotal();
        return new Figure(
                figure.indicator(),
                told ? toldValue(figure.value()) : null,
                figure.breakdowns().stream()
                        .map(breakdown -> new Breakdown(
                                breakdown.axis(),
                                breakdown.parts().stream()
                                        .filter(part -> told && part.value().compareTo(STEPS) >= 0)
                                        .map(part -> new Part(part.key(), down(part.value())))
                                        .toList()))
                        .toList());
    }

    /**
     * A curve is told as two counts would be: how many cases ended, of how many, both rounded down to a step. What the
     * curve comes to is read from these points; its bounds would tell the counts. Where the number of cases is kept
     * secret elsewhere, it is here.
     */
    private Figure delay(Figure figure) {
        Indicator indicator = figure.indicator();
        BigDecimal cases = figure.breakdowns().isEmpty()
                ? exact.figure(Indicators.PAIRS_OPENED.code()).value()
                : figure.part(Axis.STATISTIC, "CASES");
        if (cases == null || cases.longValue() < FEWEST_CASES_OF_A_CURVE || !tellsCases(indicator)) {
            return new Figure(indicator, null, List.of());
        }
        if (figure.breakdowns().isEmpty()) {
            BigDecimal days = figure.value();
            return new Figure(indicator, days == null ? null : days.setScale(0, RoundingMode.HALF_UP), List.of());
        }
        List<Part> points = steps(figure, cases);
        List<Part> statistics = new ArrayList<>(List.of(new Part("CASES", down(cases))));
        firstDay(points, TENTH).ifPresent(day -> statistics.add(new Part("P90", day)));
        return new Figure(
                indicator,
                firstDay(points, HALF).orElse(null),
                List.of(
                        new Breakdown(Axis.STATISTIC, List.copyOf(statistics)),
                        new Breakdown(Axis.STILL, List.copyOf(points))));
    }

    private boolean tellsCases(Indicator delay) {
        return CASES_OF.getOrDefault(delay, List.of()).stream()
                .allMatch(total -> table(total).tellsTotal());
    }

    /** A fall by less than 5 cases may be that of one person; such falls are told together. */
    private static List<Part> steps(Figure figure, BigDecimal cases) {
        BigDecimal told = down(cases);
        List<Part> points = new ArrayList<>();
        BigDecimal endedBefore = BigDecimal.ZERO;
        BigDecimal shareBefore = BigDecimal.ONE;
        for (Part point : figure.parts(Axis.STILL)) {
            BigDecimal ended =
                    BigDecimal.ONE.subtract(point.value()).multiply(cases).setScale(0, RoundingMode.HALF_UP);
            BigDecimal share = BigDecimal.ONE.subtract(down(ended).divide(told, 2, RoundingMode.HALF_UP));
            if (ended.subtract(endedBefore).compareTo(STEPS) >= 0 && share.compareTo(shareBefore) < 0) {
                points.add(new Part(point.key(), share));
                endedBefore = ended;
                shareBefore = share;
            }
        }
        return points;
    }

    private static Optional<BigDecimal> firstDay(List<Part> points, BigDecimal atMost) {
        return points.stream()
                .filter(point -> point.value().compareTo(atMost) <= 0)
                .findFirst()
                .map(point -> new BigDecimal(point.key()));
    }

    private Concealment table(Indicator indicator) {
        Concealment table = tables.get(indicator.code());
        if (table == null) {
            throw new IllegalStateException("no table of " + indicator.code());
        }
        return table;
    }

    private static List<Breakdown> breakdowns(Figure figure) {
        return figure.breakdowns().stream()
                .filter(breakdown -> !NEVER.contains(breakdown.axis()))
                .toList();
    }

    private static Map<String, Long> counts(Breakdown breakdown) {
        Map<String, Long> counts = new LinkedHashMap<>();
        breakdown.parts().forEach(part -> counts.put(part.key(), whole(part.value())));
        return counts;
    }

    private static long whole(@Nullable BigDecimal value) {
        return value == null ? 0 : value.longValueExact();
    }

    private static BigDecimal whole(Figure figure) {
        return figure.value() == null ? BigDecimal.ZERO : figure.value();
    }

    private static @Nullable BigDecimal toldValue(@Nullable BigDecimal value) {
        return value == null || value.compareTo(STEPS) < 0 ? null : down(value);
    }

    private static BigDecimal down(BigDecimal value) {
        return value.subtract(value.remainder(STEPS)).setScale(0, RoundingMode.UNNECESSARY);
    }
}
