package fr.mentoratdurgence.needs.intake;

import fr.mentoratdurgence.platform.deadlines.Deadline;
import fr.mentoratdurgence.platform.deadlines.Deadlines;
import fr.mentoratdurgence.platform.settings.OperationZone;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** How long nobody is asked whether mentors are still needed: since the need was confirmed, or since it was asked or said. */
public final class StillNeeded {
    /** Nobody has said so for long. */
    public enum Silence {
        STILL_NEEDED
    }

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final int weeks;
    private final Deadlines deadlines;

    StillNeeded(int weeks, Deadlines deadlines) {
        this.weeks = weeks;
        this.deadlines = deadlines;
    }

    /** From that day on it counts anew. */
    void since(String need, LocalDate day) {
        over(need);
        deadlines.set(Deadline.of(
                Silence.STILL_NEEDED,
                need,
                day,
                day.plusWeeks(weeks).atTime(MORNING).atZone(OperationZone.PARIS).toInstant()));
    }

    /** Nobody is to be asked any more. */
    void over(String need) {
        deadlines.cancel(need, List.of(Silence.STILL_NEEDED.name()));
    }
}
