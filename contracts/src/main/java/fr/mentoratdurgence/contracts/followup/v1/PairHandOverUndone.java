package fr.mentoratdurgence.contracts.followup.v1;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A hand-over was a mistake: who followed the pair before follows it again.
 *
 * <p>Topic {@code followup.v1}, key {@code pair}, type {@code followup.pair-hand-over-undone.v1}.
 *
 * @param pair the pair's stream in followup-service
 * @param need the need's stream in needs-service
 * @param mentor the mentor's stream in mentor-service
 * @param from pseudonymous account of who was given it
 * @param to pseudonymous account of who follows it again
 * @param until the last day on which that is so; null = for good
 */
public record PairHandOverUndone(
        String pair,
        String need,
        String mentor,
        String from,
        String to,
        @Nullable LocalDate until) {}
