package fr.mentoratdurgence.needs.intake;

import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import java.time.LocalDate;
import java.util.List;

/**
 * What a structure asks for: as it was declared, as it stands, and as it was understood.
 *
 * @param declaredOn the wait counts from here
 */
public record DeclaredNeed(
        String structure,
        String departement,
        String academie,
        PriorityAudience priorityAudience,
        List<NeedLine> lines,
        LocalDate declaredOn) {

    /** The same with other lines. */
    DeclaredNeed withLines(List<NeedLine> changed) {
        return new DeclaredNeed(structure, departement, academie, priorityAudience, changed, declaredOn);
    }
}
