package fr.mentoratdurgence.needs.intake;

import fr.mentoratdurgence.contracts.vocabulary.WorkingDays;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.deadlines.Deadline;
import fr.mentoratdurgence.platform.deadlines.Deadlines;
import fr.mentoratdurgence.platform.settings.OperationZone;
import java.time.LocalDate;
import java.util.List;

/** The day by which somebody calls: said when a need is declared, kept or told as overdue. */
public final class CallPromise {
    /** Nobody called in time. */
    public enum Broken {
        FIRST_CALL
    }

    private final int workingDays;
    private final Deadlines deadlines;

    CallPromise(int workingDays, Deadlines deadlines) {
        this.workingDays = workingDays;
        this.deadlines = deadlines;
    }

    /** The last day on which the first call is in time. */
    public LocalDate callBy(LocalDate declaredOn, String departement) {
        return WorkingDays.after(declaredOn, workingDays, departement);
    }

    /** That day, of a promise that was broken. */
    public static LocalDate promised(Deadline broken) {
        return OperationDay.of(broken.dueAt()).minusDays(1);
    }

    /** It is made with the declaration. */
    void made(String need, LocalDate callBy) {
        deadlines.set(Deadline.of(
                Broken.FIRST_CALL,
                need,
                callBy.plusDays(1).atStartOfDay(OperationZone.PARIS).toInstant()));
    }

    /** Somebody called, or there is nobody to call any more. */
    void over(String need) {
        deadlines.cancel(need, List.of(Broken.FIRST_CALL.name()));
    }
}
