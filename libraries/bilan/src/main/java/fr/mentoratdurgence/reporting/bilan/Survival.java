package fr.mentoratdurgence.reporting.bilan;

import fr.mentoratdurgence.reporting.ledger.Counts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * How long something lasts where some cases still go on (Kaplan–Meier, 95 % bounds after Greenwood on the log-log
 * scale). Shares are exact decimals of 34 digits; the bounds use {@link StrictMath}, whose results are the same on
 * every machine; all are rounded to four digits, half up.
 *
 * <p>A case that is still open after d days counts among those at risk on day d and no longer. Where no case is left,
 * the lower bound is 0 and the upper one that of the day before.
 */
final class Survival {
    static final int DIGITS = 4;

    /** After so many weeks people ask who still is there. */
    static final List<Integer> WEEKS = List.of(2, 4, 8);

    private static final MathContext EXACT = MathContext.DECIMAL128;
    private static final double NORMAL_975 = 1.959963984540054;

    /**
     * A day on which cases ended.
     *
     * @param share of all cases that still go on after it
     */
    record Point(int day, long atRisk, long ended, BigDecimal share, BigDecimal low, BigDecimal high) {}

    private final Counts ended = new Counts();
    private final Counts open = new Counts();

    /** Cases that ended after so many days; before the first day counts as on it. */
    void ended(int days, long cases) {
        ended.add(Math.max(days, 0), cases);
    }

    /** Cases that were still going on after so many days, when they were last seen. */
    void open(int days, long cases) {
        open.add(Math.max(days, 0), cases);
    }

    long endedCases() {
        return ended.total();
    }

    long openCases() {
        return open.total();
    }

    /** Cases that went on, or were seen to end, so many days or later. */
    long watched(int days) {
        long cases = 0;
        for (int day = days; day < Math.max(ended.end(), open.end()); day++) {
            cases += ended.of(day) + open.of(day);
        }
        return cases;
    }

    List<Point> points() {
        List<Point> points = new ArrayList<>();
        long atRisk = ended.total() + open.total();
        BigDecimal share = BigDecimal.ONE;
        BigDecimal variance = BigDecimal.ZERO;
        BigDecimal high = BigDecimal.ONE;
        int days = Math.max(ended.end(), open.end());
        for (int day = 0; day < days && atRisk > 0; day++) {
            long now = ended.of(day);
            if (now > 0) {
                BigDecimal left = BigDecimal.valueOf(atRisk - now);
                share = share.multiply(left.divide(BigDecimal.valueOf(atRisk), EXACT), EXACT);
                if (atRisk == now) {
                    points.add(new Point(day, atRisk, now, round(share), round(BigDecimal.ZERO), high));
                } else {
                    variance = variance.add(
                            BigDecimal.valueOf(now)
                                    .divide(BigDecimal.valueOf(atRisk).multiply(left), EXACT),
                            EXACT);
                    double log = StrictMath.log(share.doubleValue());
                    double spread = NORMAL_975 * StrictMath.sqrt(variance.doubleValue()) / -log;
                    high = bound(log, -spread);
                    points.add(new Point(day, atRisk, now, round(share), bound(log, spread), high));
                }
            }
            atRisk -= now + open.of(day);
        }
        return points;
    }

    private static BigDecimal bound(double log, double spread) {
        return round(new BigDecimal(StrictMath.exp(log * StrictMath.exp(spread))));
    }

    private static BigDecimal round(BigDecimal share) {
        return share.setScale(DIGITS, RoundingMode.HALF_UP);
    }
}
