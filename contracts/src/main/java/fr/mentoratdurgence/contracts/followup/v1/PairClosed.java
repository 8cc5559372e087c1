package fr.mentoratdurgence.contracts.followup.v1;

import java.time.LocalDate;

/**
 * The pair ended (FR: clôture).
 *
 * <p>Topic {@code followup.v1}, key {@code pair}, type {@code followup.pair-closed.v1}.
 *
 * @param pair the pair's stream in followup-service
 * @param need the need's stream in needs-service
 * @param line line of the need, 1 to n
 * @param seat place on the line, 1 to the line's count; the young person's name is nowhere
 * @param mentor the mentor's stream in mentor-service
 * @param planned ended as planned
 * @param closedOn day, Europe/Paris
 */
public record PairClosed(
        String pair, String need, int line, int seat, String mentor, boolean planned, LocalDate closedOn) {}
