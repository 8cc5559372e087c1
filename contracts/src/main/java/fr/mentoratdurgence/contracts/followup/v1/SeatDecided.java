package fr.mentoratdurgence.contracts.followup.v1;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a place that was kept after an interruption (FR: suite pour la place).
 *
 * <p>Topic {@code followup.v1}, key {@code pair}, type {@code followup.seat-decided.v1}.
 *
 * @param pair the pair's stream in followup-service
 * @param need the need's stream in needs-service
 * @param line line of the need, 1 to n
 * @param seat place on the line, 1 to the line's count; the young person's name is nowhere
 * @param mentor the mentor's stream in mentor-service
 * @param afterwards REPLACE (another mentor is looked for), CLOSE (nobody is) or HOLD (kept longer)
 * @param heldUntil with HOLD: day until which the place is kept now; null otherwise
 * @param decidedOn day, Europe/Paris
 */
public record SeatDecided(
        String pair,
        String need,
        int line,
        int seat,
        String mentor,
        String afterwards,
        @Nullable LocalDate heldUntil,
        LocalDate decidedOn) {}
