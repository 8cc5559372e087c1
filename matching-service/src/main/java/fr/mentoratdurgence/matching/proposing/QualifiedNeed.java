package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatLine;
import java.time.LocalDate;
import java.util.List;

/**
 * What is to be matched, as it was heard.
 *
 * @param referent   pseudonymous account of who qualified it
 * @param declaredOn the wait counts from here, also for a replacement
 */
public record QualifiedNeed(
        String structure,
        String referent,
        String departement,
        String academie,
        PriorityAudience priorityAudience,
        List<SeatLine> lines,
        LocalDate declaredOn) {}
