package fr.mentoratdurgence.matching.engine;

import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.matching.profile.PlaceProfile;

/**
 * A line of a qualified need with its free seats: identical anonymous seats are one line with a count.
 *
 * @param waitingDays days since the need was declared
 * @param seats       free seats, 0 or more
 */
public record WaitingLine(
        String need,
        int line,
        PlaceProfile profile,
        String departement,
        PriorityAudience audience,
        int waitingDays,
        int seats) {

    /** Which line. */
    public LineId id() {
        return new LineId(need, line);
    }

    WaitingLine withSeats(int count) {
        return new WaitingLine(need, line, profile, departement, audience, waitingDays, count);
    }
}
