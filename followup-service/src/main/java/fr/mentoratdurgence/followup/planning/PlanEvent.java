package fr.mentoratdurgence.followup.planning;

import fr.mentoratdurgence.followup.pairs.BesidePair;
import fr.mentoratdurgence.followup.pairs.Side;
import java.time.LocalDate;

/**
 * When a pair means to meet. A stream of its own ({@code plan-<uuid of the pair>}): what is meant to be neither waits for
 * who tells what was, nor keeps them waiting. Stored for ever: add, never edit.
 */
public sealed interface PlanEvent extends BesidePair {
    @Override
    default String stream() {
        return streamOf(pair());
    }

    /** The stream beside that of a pair. */
    static String streamOf(String pair) {
        return BesidePair.streamOf("plan", pair);
    }

    /**
     * The two will meet; replaces what was planned before.
     *
     * @param weekly      each week from that day on, until the school year ends; false = that once
     * @param startMinute minutes from midnight, by the clock of the structure
     */
    record SessionPlanned(String pair, Side side, boolean weekly, LocalDate firstOn, int startMinute, int minutes)
            implements PlanEvent {}

    /** Nothing is planned any more. */
    record SessionPlanCancelled(String pair, Side side, LocalDate cancelledOn) implements PlanEvent {}
}
