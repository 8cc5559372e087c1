package fr.mentoratdurgence.matching.engine;

import java.math.BigInteger;

/**
 * The levels of {@link Value} as one number, in which a lower level can never outweigh a higher one.
 *
 * @param seats    plans with at most so many pairs can be compared
 * @param fit      what one point of fit counts; a kept proposal counts 1
 * @param coverage what one point of coverage counts
 * @param floor    what one seat toward a floor counts; 0 where there is no floor
 */
public record Scale(long seats, long heaviest, long fit, long coverage, long floor) {
    /** Distances and sums of a few of them must fit in a number, too. */
    private static final long MOST = 1L << 59;

    /**
     * @param seats    most pairs of a plan
     * @param heaviest largest weight of a line
     * @param open     open proposals that may be kept
     * @throws WeightsOverflow where the weights are too large for so many seats
     */
    static Scale of(long seats, long heaviest, int open, Fit fit, boolean floors) {
        try {
            long fitUnit = open + 1L;
            long highest = Math.addExact(Math.multiplyExact((long) fit.mostPoints(), fitUnit), 1);
            long lowest = Math.multiplyExact((long) fit.leastPoints(), fitUnit);
            if (highest > Integer.MAX_VALUE
                    || lowest <= Integer.MIN_VALUE
                    || heaviest + fit.mostPoints() > Integer.MAX_VALUE) {
                throw new WeightsOverflow(seats);
            }
            long range = highest - lowest;
            long coverageUnit = Math.addExact(Math.multiplyExact(2 * seats, range), 1);
            long pair = Math.addExact(Math.multiplyExact(coverageUnit, heaviest), range);
            long floorUnit = floors ? Math.addExact(Math.multiplyExact(2 * seats, pair), 1) : 0;
            if (pair > MOST || floorUnit > MOST) {
                throw new WeightsOverflow(seats);
            }
            return new Scale(seats, heaviest, fitUnit, coverageUnit, floorUnit);
        } catch (ArithmeticException _) {
            throw new WeightsOverflow(seats);
        }
    }

    /** The number for a value. */
    BigInteger number(Value value) {
        return BigInteger.valueOf(floor)
                .multiply(BigInteger.valueOf(value.floors()))
                .add(BigInteger.valueOf(coverage).multiply(BigInteger.valueOf(value.coverage())))
                .add(BigInteger.valueOf(fit).multiply(BigInteger.valueOf(value.fit())))
                .add(BigInteger.valueOf(value.kept()));
    }

    /** The levels of a number that is a value or the difference of two. */
    Value levels(long number) {
        long rest = number;
        long floors = floor == 0 ? 0 : nearest(rest, floor);
        rest -= floors * floor;
        long covered = nearest(rest, coverage);
        rest -= covered * coverage;
        long points = nearest(rest, fit);
        return new Value(floors, covered, points, rest - points * fit);
    }

    private static long nearest(long number, long unit) {
        return Math.floorDiv(number + unit / 2, unit);
    }
}
