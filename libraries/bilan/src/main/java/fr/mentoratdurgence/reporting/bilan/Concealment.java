package fr.mentoratdurgence.reporting.bilan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which counts of one table are told, and which are not. Told counts are told in steps of 5, so each says no more than
 * "between 20 and 24"; counts below 5 are not told. A reader may add and subtract: where the totals leave fewer than
 * three possible values for a count, or cap it below what is told, further counts are left out, the smallest first,
 * until nothing can be concluded (complementary suppression). The reader is thought to know which counts are left out
 * because they are small and which to protect others: more than he or she does know.
 *
 * <p>Partitions of the total and of its parts form a tree, so narrowing the bounds until nothing moves finds all that
 * adding and subtracting can find.
 */
final class Concealment {
    private static final long FEWEST_POSSIBLE_VALUES = 3;
    private static final long ANYTHING = Long.MAX_VALUE / 1_000_000;

    /** One count of the table. */
    private static final class Cell {
        final long count;
        boolean told;
        long low;
        long high;

        Cell(long count) {
            this.count = count;
            this.told = count >= Secrecy.STEP;
        }

        boolean isSmall() {
            return count < Secrecy.STEP;
        }

        long top() {
            if (isSmall()) {
                return Secrecy.STEP - 1;
            }
            return told ? bottom() + Secrecy.STEP - 1 : ANYTHING;
        }

        long bottom() {
            if (isSmall()) {
                return 0;
            }
            return told ? count - count % Secrecy.STEP : Secrecy.STEP;
        }

        boolean isExposed() {
            boolean capped = (told || isSmall()) && high < top();
            return capped || high - low + 1 < FEWEST_POSSIBLE_VALUES;
        }
    }

    private record Sum(Cell whole, List<Cell> parts) {}

    private final Cell total;
    private final Map<String, Cell> cells = new HashMap<>();
    private final List<Cell> inOrder = new ArrayList<>();
    private final List<Sum> sums = new ArrayList<>();

    Concealment(long total) {
        this.total = new Cell(total);
        inOrder.add(this.total);
    }

    /** The parts of the total along an axis. */
    void partition(String axis, Map<String, Long> parts) {
        add(total, axis, parts);
    }

    /** The parts along an axis of a part along another one, which was given before. */
    void partitionOf(String wholeAxis, String wholeKey, String axis, Map<String, Long> parts) {
        Cell whole = cells.get(name(wholeAxis, wholeKey));
        long sum = parts.values().stream().mapToLong(Long::longValue).sum();
        // where the facts contradict each other on the académie, its départements say nothing about it
        if (whole != null && whole.count == sum) {
            add(whole, axis, parts);
        } else {
            parts.forEach((key, count) -> cell(axis, key, count));
        }
    }

    private void add(Cell whole, String axis, Map<String, Long> parts) {
        List<Cell> cellsOfAxis = new ArrayList<>();
        parts.forEach((key, count) -> cellsOfAxis.add(cell(axis, key, count)));
        if (!cellsOfAxis.isEmpty()) {
            sums.add(new Sum(whole, List.copyOf(cellsOfAxis)));
        }
    }

    private Cell cell(String axis, String key, long count) {
        Cell cell = new Cell(count);
        cells.put(name(axis, key), cell);
        inOrder.add(cell);
        return cell;
    }

    /** Decides. */
    void close() {
        for (Optional<Cell> exposed = exposed(); exposed.isPresent(); exposed = exposed()) {
            Optional<Cell> other = protector(exposed.get());
            if (other.isEmpty()) {
                return; // nothing is told that could expose it
            }
            other.get().told = false;
        }
    }

    boolean tellsTotal() {
        return total.told;
    }

    boolean tells(String axis, String key) {
        Cell cell = cells.get(name(axis, key));
        return cell != null && cell.told;
    }

    private Optional<Cell> exposed() {
        for (Cell cell : inOrder) {
            cell.low = cell.bottom();
            cell.high = cell.top();
        }
        boolean narrower = true;
        while (narrower) {
            narrower = false;
            for (Sum sum : sums) {
                narrower |= narrow(sum);
            }
        }
        return inOrder.stream().filter(Cell::isExposed).findFirst();
    }

    private static boolean narrow(Sum sum) {
        long low = 0;
        long high = 0;
        for (Cell part : sum.parts) {
            low += part.low;
            high = Math.min(high + part.high, ANYTHING);
        }
        boolean narrower = bound(sum.whole, low, high);
        for (Cell part : sum.parts) {
            long othersLow = low - part.low;
            long othersHigh = high >= ANYTHING ? othersHigh(sum, part) : high - part.high;
            narrower |= bound(part, sum.whole.low - othersHigh, sum.whole.high - othersLow);
        }
        return narrower;
    }

    private static long othersHigh(Sum sum, Cell part) {
        long high = 0;
        for (Cell other : sum.parts) {
            if (other != part) {
                high = Math.min(high + other.high, ANYTHING);
            }
        }
        return high;
    }

    private static boolean bound(Cell cell, long low, long high) {
        boolean narrower = low > cell.low || high < cell.high;
        cell.low = Math.max(cell.low, low);
        cell.high = Math.min(cell.high, high);
        return narrower;
    }

    /** The smallest told count of a sum in which the exposed one stands; a total only where nothing else is left. */
    private Optional<Cell> protector(Cell exposed) {
        List<Cell> near = sums.stream()
                .filter(sum -> sum.whole == exposed || sum.parts.contains(exposed))
                .flatMap(sum -> {
                    List<Cell> all = new ArrayList<>(sum.parts);
                    all.add(sum.whole);
                    return all.stream();
                })
                .filter(cell -> cell.told)
                .toList();
        List<Cell> candidates =
                near.isEmpty() ? inOrder.stream().filter(cell -> cell.told).toList() : near;
        return candidates.stream()
                .min(Comparator.comparing((Cell cell) -> cell == total).thenComparingLong(cell -> cell.count));
    }

    private static String name(String axis, String key) {
        return axis + ' ' + key;
    }
}
