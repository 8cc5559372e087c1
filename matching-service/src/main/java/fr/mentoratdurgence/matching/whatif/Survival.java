package fr.mentoratdurgence.matching.whatif;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long a wait takes when some waits have not ended yet: the product-limit estimate (Kaplan and Meier 1958), with
 * late entry for waits that had begun before anybody looked.
 */
final class Survival {
    private static final double ROUNDING = 1e-12;

    /**
     * One wait.
     *
     * @param entry  days that it had lasted when it came into view
     * @param exit   days that it had lasted at its end, or when it was last seen
     * @param served whether it ended with a mentor; otherwise it is censored
     */
    record Wait(int entry, int exit, boolean served) {}

    private final List<Wait> waits;

    Survival(List<Wait> waits) {
        this.waits = List.copyOf(waits);
    }

    /** The first day by which at least this share of the waits is over; null = not within what was seen. */
    @Nullable
    Integer dayBy(double share) {
        int last = waits.stream().mapToInt(Wait::exit).max().orElse(-1);
        int[] atRisk = new int[last + 2];
        int[] over = new int[last + 2];
        for (Wait wait : waits) {
            atRisk[wait.entry()]++;
            atRisk[wait.exit() + 1]--;
            if (wait.served()) {
                over[wait.exit()]++;
            }
        }
        double waiting = 1;
        int risk = 0;
        for (int day = 0; day <= last; day++) {
            risk += atRisk[day];
            if (over[day] > 0) {
                waiting *= 1 - (double) over[day] / risk;
                if (waiting <= 1 - share + ROUNDING) {
                    return day;
                }
            }
        }
        return null;
    }
}
