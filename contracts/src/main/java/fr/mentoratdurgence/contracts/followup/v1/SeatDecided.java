package fr.mentoratdurgence.contracts.followup.v1;

import java.time.LocalDate;

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
 * @param afterwards REPLACE (another mentor is looked for) or CLOSE (nobody is)
 * @param decidedOn day, Europe/Paris
 */
public record SeatDecided(
        String pair, String need, int line, int seat, String mentor, String afterwards, LocalDate decidedOn) {}
