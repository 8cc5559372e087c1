package fr.mentoratdurgence.needs.intake;

import fr.mentoratdurgence.contracts.vocabulary.WorkingDays;
import java.time.LocalDate;

/** The day by which somebody calls: said when a need is declared, kept or told as overdue. */
public final class CallPromise {
    private final int workingDays;

    CallPromise(int workingDays) {
        this.workingDays = workingDays;
    }

    /** The last day on which the first call is in time. */
    public LocalDate callBy(LocalDate declaredOn, String departement) {
        return WorkingDays.after(declaredOn, workingDays, departement);
    }

    /** What was declared after this day is not overdue today, wherever it is. */
    public LocalDate declaredBy(LocalDate today) {
        return today.minusDays(workingDays + 1L);
    }
}
