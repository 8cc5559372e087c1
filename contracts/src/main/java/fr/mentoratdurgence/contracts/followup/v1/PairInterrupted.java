package fr.mentoratdurgence.contracts.followup.v1;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The pair stopped before its time (FR: rupture).
 *
 * <p>Topic {@code followup.v1}, key {@code pair}, type {@code followup.pair-interrupted.v1}.
 *
 * @param pair the pair's stream in followup-service
 * @param need the need's stream in needs-service
 * @param line line of the need, 1 to n
 * @param seat place on the line, 1 to the line's count; the young person's name is nowhere
 * @param mentor the mentor's stream in mentor-service
 * @param side whose side it came from: MENTOR, YOUTH, STRUCTURE or OPERATION
 * @param reason one of the operation's interruption reasons, such as NO_CONTACT_YOUTH or SCHEDULE
 * @param afterwards what becomes of the place: REPLACE (another mentor is looked for), CLOSE (nobody is), HOLD (it is kept)
 * @param heldUntil until when the place is kept; null unless it is
 * @param interruptedOn day, Europe/Paris
 */
public record PairInterrupted(
        String pair,
        String need,
        int line,
        int seat,
        String mentor,
        String side,
        String reason,
        String afterwards,
        @Nullable LocalDate heldUntil,
        LocalDate interruptedOn) {
    /** Whether another mentor is looked for; a code that nobody knows keeps the place as it is. */
    public boolean replaces() {
        return afterwards.equals("REPLACE");
    }
}
