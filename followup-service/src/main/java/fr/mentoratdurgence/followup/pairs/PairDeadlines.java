package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.followup.pairs.PairEvent.PairEndUndone;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairHandOverUndone;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairHandedOver;
import fr.mentoratdurgence.followup.pairs.PairEvent.PairInterrupted;
import fr.mentoratdurgence.followup.pairs.PairEvent.SeatDecided;
import fr.mentoratdurgence.platform.deadlines.Deadline;
import fr.mentoratdurgence.platform.deadlines.Deadlines;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import fr.mentoratdurgence.platform.settings.OperationZone;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What waits for its day: a place that is kept is asked about on the morning of its day, once for each day until which it
 * was kept; a pair that was lent goes back after its last day.
 */
final class PairDeadlines {
    private static final LocalTime MORNING = LocalTime.of(7, 0);

    private final Deadlines deadlines;

    PairDeadlines(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** Something was decided of a pair. */
    void told(DomainEvent fact) {
        switch (fact) {
            case PairInterrupted e -> keep(e.pair(), e.heldUntil());
            case SeatDecided e -> keep(e.pair(), e.heldUntil());
            case PairEndUndone e -> keep(e.pair(), null);
            case PairHandedOver e -> lend(e.pair(), e.until());
            case PairHandOverUndone e -> lend(e.pair(), e.until());
            default -> {
                // nothing has to be waited for
            }
        }
    }

    private void lend(String pair, @Nullable LocalDate until) {
        deadlines.cancel(pair, List.of(PairDeadline.HAND_BACK.name()));
        if (until != null) {
            LocalDate back = until.plusDays(1);
            deadlines.set(Deadline.of(
                    PairDeadline.HAND_BACK,
                    pair,
                    back,
                    back.atStartOfDay(OperationZone.PARIS).toInstant()));
        }
    }

    private void keep(String pair, @Nullable LocalDate until) {
        deadlines.cancel(pair, List.of(PairDeadline.SEAT_DUE.name()));
        if (until != null) {
            deadlines.set(Deadline.of(
                    PairDeadline.SEAT_DUE,
                    pair,
                    until,
                    until.atTime(MORNING).atZone(OperationZone.PARIS).toInstant()));
        }
    }
}
