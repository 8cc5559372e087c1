package fr.mentoratdurgence.survival;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long something lasts where some cases still go on: the product-limit estimate (Kaplan and Meier 1958), with late
 * entry for cases that had begun before anybody looked, and 95 % bounds after Greenwood on the log-log scale. Shares are
 * exact decimals of 34 digits; the bounds use {@link StrictMath}, whose results are the same on every machine; all are
 * rounded to four digits, half up.
 *
 * <p>A case that is still open after d days counts among those at risk on day d and no longer. Where no case is left,
 * the lower bound is 0 and the upper one that of the day before.
 */
public final class Survival {
    /** After the decimal point of all shares. */
    public static final int DIGITS = 4;

    /** What is smaller than this is an error of rounding. */
    private static final BigDecimal NOTHING = new BigDecimal("1e-12");

    private static final MathContext EXACT = MathContext.DECIMAL128;
    private static final double NORMAL_975 = 1.959963984540054;

    /**
     * A day on which cases ended.
     *
     * @param share of all cases that still go on after it
     */
    public record Point(int day, long atRisk, long ended, BigDecimal share, BigDecimal low, BigDecimal high) {}

    /** The same with the share as it was worked out. */
    private record Step(int day, long atRisk, long ended, BigDecimal share) {}

    /** Cases by the days that they had lasted. */
    private static final class Days {
        private long[] cases = new long[16];
        private long total;

        void add(int day, long more) {
            if (day >= cases.length) {
                cases = Arrays.copyOf(cases, Math.max(day + 1, 2 * cases.length));
            }
            cases[day] += more;
            total += more;
        }

        long of(int day) {
            return day < cases.length ? cases[day] : 0;
        }
    }

    private final Days entered = new Days();
    private final Days ended = new Days();
    private final Days open = new Days();

    /** Cases that ended after so many days; before the first day counts as on it. */
    public void ended(int days, long cases) {
        ended(0, days, cases);
    }

    /** Cases that were still going on after so many days, when they were last seen. */
    public void open(int days, long cases) {
        open(0, days, cases);
    }

    /** The same for cases that had lasted {@code entry} days when they came into view. */
    public void ended(int entry, int days, long cases) {
        entered.add(Math.max(entry, 0), cases);
        ended.add(Math.max(days, 0), cases);
    }

    /** The same for cases that had lasted {@code entry} days when they came into view. */
    public void open(int entry, int days, long cases) {
        entered.add(Math.max(entry, 0), cases);
        open.add(Math.max(days, 0), cases);
    }

    /** How many cases ended. */
    public long endedCases() {
        return ended.total;
    }

    /** How many were still going on. */
    public long openCases() {
        return open.total;
    }

    /** Cases that went on, or were seen to end, so many days or later. */
    public long watched(int days) {
        long cases = 0;
        for (int day = days; day < end(); day++) {
            cases += ended.of(day) + open.of(day);
        }
        return cases;
    }

    /** The curve: each day on which cases ended. */
    public List<Point> points() {
        List<Point> points = new ArrayList<>();
        BigDecimal variance = BigDecimal.ZERO;
        BigDecimal high = BigDecimal.ONE;
        for (Step step : steps()) {
            BigDecimal left = BigDecimal.valueOf(step.atRisk() - step.ended());
            BigDecimal low = round(BigDecimal.ZERO);
            if (left.signum() > 0 && step.share().signum() > 0) {
                variance = variance.add(
                        BigDecimal.valueOf(step.ended())
                                .divide(BigDecimal.valueOf(step.atRisk()).multiply(left), EXACT),
                        EXACT);
                double log = StrictMath.log(step.share().doubleValue());
                double spread = NORMAL_975 * StrictMath.sqrt(variance.doubleValue()) / -log;
                high = bound(log, -spread);
                low = bound(log, spread);
            }
            points.add(new Point(step.day(), step.atRisk(), step.ended(), round(step.share()), low, high));
        }
        return points;
    }

    /** The first day by which at least this share of the cases has ended; null = not within what was seen. */
    public @Nullable Integer dayBy(BigDecimal share) {
        BigDecimal left = BigDecimal.ONE.subtract(share).add(NOTHING);
        return steps().stream()
                .filter(step -> step.share().compareTo(left) <= 0)
                .map(Step::day)
                .findFirst()
                .orElse(null);
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        long atRisk = 0;
        BigDecimal share = BigDecimal.ONE;
        for (int day = 0; day < end(); day++) {
            atRisk += entered.of(day);
            long now = ended.of(day);
            if (now > 0) {
                BigDecimal left = BigDecimal.valueOf(atRisk - now);
                share = share.multiply(left.divide(BigDecimal.valueOf(atRisk), EXACT), EXACT);
                steps.add(new Step(day, atRisk, now, share));
            }
            atRisk -= now + open.of(day);
        }
        return steps;
    }

    private int end() {
        return Math.max(ended.cases.length, open.cases.length);
    }

    private static BigDecimal bound(double log, double spread) {
        return round(new BigDecimal(StrictMath.exp(log * StrictMath.exp(spread))));
    }

    private static BigDecimal round(BigDecimal share) {
        return share.setScale(DIGITS, RoundingMode.HALF_UP);
    }
}
