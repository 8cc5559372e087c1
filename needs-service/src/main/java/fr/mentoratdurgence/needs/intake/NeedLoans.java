package fr.mentoratdurgence.needs.intake;

import fr.mentoratdurgence.platform.deadlines.Deadline;
import fr.mentoratdurgence.platform.deadlines.Deadlines;
import fr.mentoratdurgence.platform.settings.OperationZone;
import java.time.LocalDate;
import java.util.List;

/** Needs that a colleague has until a day: on that day they come back by themselves. */
public final class NeedLoans {
    /** The day has come. */
    public enum Over {
        NEED_LENT
    }

    private final Deadlines deadlines;

    NeedLoans(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** @param until the first day on which the need is its lender's again */
    void lent(String need, LocalDate until) {
        deadlines.set(Deadline.of(
                Over.NEED_LENT, need, until.atStartOfDay(OperationZone.PARIS).toInstant()));
    }

    /** It is lent no more. */
    void over(String need) {
        deadlines.cancel(need, List.of(Over.NEED_LENT.name()));
    }
}
