package fr.mentoratdurgence.reporting.bilan;

import fr.mentoratdurgence.reporting.bilan.Figure.Breakdown;
import fr.mentoratdurgence.reporting.bilan.Figure.Part;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shares, in percent, worked out from other figures and from nothing else: so a published share tells no more than the
 * published counts.
 */
final class RatioFigures {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String WITHOUT_PRIORITY = "NONE";
    private static final String FOUR_WEEKS = "4";
    private static final int DAYS = 7;

    /** Below, counts in steps of five would make a share wrong by more than five points. */
    private static final BigDecimal FEWEST_OF_A_PUBLISHED_SHARE = HUNDRED;

    private final Map<String, Figure> counts;
    private final boolean published;

    private RatioFigures(Map<String, Figure> counts, boolean published) {
        this.counts = counts;
        this.published = published;
    }

    /** Of figures in which a row that is not there is zero. */
    static List<Figure> ofExact(Map<String, Figure> counts) {
        return new RatioFigures(counts, false).all();
    }

    /**
     * Of figures in which a row that is not there is nobody's business, in whole percents. How far an audience lies below
     * its floor is not told: a rounded share could miss a floor that is reached.
     */
    static List<Figure> ofPublished(Map<String, Figure> counts) {
        return new RatioFigures(counts, true)
                .all().stream()
                        .filter(figure -> !figure.indicator().equals(Indicators.EQUITY_SHORTFALL))
                        .toList();
    }

    private List<Figure> all() {
        Figure qualified = of(Indicators.FUNNEL_QUALIFIED);
        Figure confirmed = of(Indicators.FUNNEL_CONFIRMED);
        Figure coverage = coverage(qualified, confirmed);
        return List.of(
                coverage,
                shares(Indicators.EQUITY_NEED, qualified),
                shares(Indicators.EQUITY_MATCHES, confirmed),
                shortfall(of(Indicators.EQUITY_FLOOR), coverage),
                regularity(of(Indicators.PAIR_WEEKS)),
                missed(of(Indicators.SESSIONS_HELD), of(Indicators.SESSIONS_MISSED)),
                stillActive(of(Indicators.MENTORS_RETENTION)),
                new Figure(
                        Indicators.CONTINUATIONS_SHARE,
                        percent(
                                of(Indicators.CONTINUATIONS_AFTER_END).value(),
                                of(Indicators.PAIRS_CLOSED_AS_PLANNED).value(),
                                Indicators.CONTINUATIONS_SHARE),
                        List.of()));
    }

    private Figure of(Indicator indicator) {
        Figure figure = counts.get(indicator.code());
        if (figure == null) {
            throw new IllegalArgumentException("a share without " + indicator.code());
        }
        return figure;
    }

    private Figure coverage(Figure qualified, Figure confirmed) {
        List<Breakdown> breakdowns = new ArrayList<>();
        for (Axis axis : List.of(Axis.PRIORITY_AUDIENCE, Axis.LEVEL_BAND, Axis.ACADEMIE)) {
            List<Part> parts = new ArrayList<>();
            for (Part need : qualified.parts(axis)) {
                BigDecimal share = percent(part(confirmed, axis, need.key()), need.value(), Indicators.EQUITY_COVERAGE);
                if (share != null) {
                    parts.add(new Part(need.key(), share));
                }
            }
            breakdowns.add(new Breakdown(axis, List.copyOf(parts)));
        }
        return new Figure(
                Indicators.EQUITY_COVERAGE,
                percent(confirmed.value(), qualified.value(), Indicators.EQUITY_COVERAGE),
                List.copyOf(breakdowns));
    }

    /** The value is what all priority audiences have together. */
    private Figure shares(Indicator indicator, Figure of) {
        List<Part> parts = new ArrayList<>();
        BigDecimal priority = BigDecimal.ZERO;
        for (Part part : of.parts(Axis.PRIORITY_AUDIENCE)) {
            BigDecimal share = percent(part.value(), of.value(), indicator);
            if (share != null) {
                parts.add(new Part(part.key(), share));
            }
            if (!part.key().equals(WITHOUT_PRIORITY) && !part.key().equals(Grounds.UNTOLD)) {
                priority = priority.add(part.value());
            }
        }
        return new Figure(
                indicator,
                percent(priority, of.value(), indicator),
                List.of(new Breakdown(Axis.PRIORITY_AUDIENCE, List.copyOf(parts))));
    }

    /** How many points each audience lies below its floor, 0 where it reaches it; the value is the largest. */
    private static Figure shortfall(Figure floors, Figure coverage) {
        List<Part> parts = new ArrayList<>();
        for (Part floor : floors.parts(Axis.PRIORITY_AUDIENCE)) {
            BigDecimal covered = coverage.part(Axis.PRIORITY_AUDIENCE, floor.key());
            if (covered != null) {
                parts.add(new Part(
                        floor.key(),
                        floor.value()
                                .subtract(covered)
                                .max(BigDecimal.ZERO)
                                .setScale(Indicators.EQUITY_SHORTFALL.decimals(), RoundingMode.HALF_UP)));
            }
        }
        return new Figure(
                Indicators.EQUITY_SHORTFALL,
                parts.stream().map(Part::value).max(Comparator.naturalOrder()).orElse(null),
                List.of(new Breakdown(Axis.PRIORITY_AUDIENCE, List.copyOf(parts))));
    }

    /** Read off the curve, where it was watched so long or nobody was left; the value is that after four weeks. */
    private static Figure stillActive(Figure retention) {
        List<Part> parts = new ArrayList<>();
        // what is published says how the curve fell, not how many were watched: a fall then or later shows that some
        // were
        int last = retention.parts(Axis.STILL).stream()
                .mapToInt(point -> Integer.parseInt(point.key()))
                .max()
                .orElse(0);
        for (int weeks : DelayFigures.WEEKS) {
            BigDecimal share = BigDecimal.ONE;
            for (Part point : retention.parts(Axis.STILL)) {
                if (Integer.parseInt(point.key()) <= weeks * DAYS) {
                    share = point.value();
                }
            }
            boolean watched = retention.part(Axis.STATISTIC, "WEEKS_" + weeks) != null || last >= weeks * DAYS;
            if (watched || share.signum() == 0) {
                parts.add(new Part(
                        String.valueOf(weeks),
                        share.multiply(HUNDRED)
                                .setScale(Indicators.MENTORS_STILL_ACTIVE.decimals(), RoundingMode.HALF_UP)));
            }
        }
        return new Figure(
                Indicators.MENTORS_STILL_ACTIVE,
                parts.stream()
                        .filter(part -> part.key().equals(FOUR_WEEKS))
                        .map(Part::value)
                        .findFirst()
                        .orElse(null),
                List.of(new Breakdown(Axis.AFTER_WEEKS, List.copyOf(parts))));
    }

    private Figure regularity(Figure weeks) {
        return new Figure(
                Indicators.REGULARITY,
                percent(part(weeks, Axis.WEEKLY_MINUTES, "FROM_60_TO_120"), weeks.value(), Indicators.REGULARITY),
                List.of());
    }

    private Figure missed(Figure held, Figure missed) {
        BigDecimal planned = held.value() == null || missed.value() == null
                ? null
                : held.value().add(missed.value());
        return new Figure(
                Indicators.MISSED_SHARE, percent(missed.value(), planned, Indicators.MISSED_SHARE), List.of());
    }

    private @Nullable BigDecimal part(Figure figure, Axis axis, String key) {
        BigDecimal told = figure.part(axis, key);
        return told == null && !published ? BigDecimal.ZERO : told;
    }

    private @Nullable BigDecimal percent(@Nullable BigDecimal part, @Nullable BigDecimal whole, Indicator indicator) {
        if (part == null || whole == null || whole.signum() == 0) {
            return null;
        }
        if (published && whole.compareTo(FEWEST_OF_A_PUBLISHED_SHARE) < 0) {
            return null;
        }
        // rounded counts may give a part larger than its whole
        return part.min(whole)
                .multiply(HUNDRED)
                .divide(whole, published ? 0 : indicator.decimals(), RoundingMode.HALF_UP);
    }
}
