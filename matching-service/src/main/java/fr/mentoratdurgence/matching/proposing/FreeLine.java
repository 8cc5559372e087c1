package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.matching.engine.LineId;
import fr.mentoratdurgence.matching.engine.WaitingLine;
import fr.mentoratdurgence.matching.profile.PlaceProfile;
import java.time.LocalDate;

/**
 * A line of a qualified need with what is free of it.
 *
 * @param seats        asked for
 * @param free         neither reserved nor taken nor kept for a pré-matching
 * @param kept         kept for candidates of a pré-matching who were not asked yet
 * @param replacements free seats whose pair was interrupted; they keep their seniority
 */
public record FreeLine(
        String need,
        int line,
        String structure,
        String departement,
        PriorityAudience audience,
        PlaceProfile profile,
        LocalDate declaredOn,
        int seats,
        int free,
        int kept,
        int replacements) {

    /** Which line. */
    public LineId id() {
        return new LineId(need, line);
    }

    /** Days since the need was declared. */
    public int waitingDays(LocalDate today) {
        return Days.since(declaredOn, today);
    }

    /** What the engine has to know of it. */
    public WaitingLine waiting(LocalDate today) {
        return new WaitingLine(need, line, profile, departement, audience, waitingDays(today), Math.max(0, free));
    }
}
