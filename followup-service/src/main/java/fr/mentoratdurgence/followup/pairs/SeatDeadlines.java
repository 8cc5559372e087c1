package fr.mentoratdurgence.followup.pairs;

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

/** A place that is kept is asked about on the morning of its day, once for each day until which it was kept. */
final class SeatDeadlines {
    private static final LocalTime MORNING = LocalTime.of(7, 0);

    private final Deadlines deadlines;

    SeatDeadlines(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** Something was decided of a pair. */
    void told(DomainEvent fact) {
        switch (fact) {
            case PairInterrupted e -> keep(e.pair(), e.heldUntil());
            case SeatDecided e -> keep(e.pair(), e.heldUntil());
            default -> {
                // nothing about the place
            }
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
