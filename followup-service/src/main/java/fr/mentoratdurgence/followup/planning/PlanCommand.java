package fr.mentoratdurgence.followup.planning;

import fr.mentoratdurgence.followup.pairs.Side;
import java.time.LocalDate;

/** What can be asked of the plan of a pair. {@code today} is the day of asking: the rules know no clock. */
sealed interface PlanCommand {
    String pair();

    record PlanSession(
            String pair, Side side, boolean weekly, LocalDate firstOn, int startMinute, int minutes, LocalDate today)
            implements PlanCommand {}

    record CancelPlan(String pair, Side side, LocalDate today) implements PlanCommand {}
}
