package fr.mentoratdurgence.contracts.followup.v1;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else of the team follows a pair (FR: passation).
 *
 * <p>Topic {@code followup.v1}, key {@code pair}, type {@code followup.pair-handed-over.v1}.
 *
 * @param pair the pair's stream in followup-service
 * @param need the need's stream in needs-service
 * @param mentor the mentor's stream in mentor-service
 * @param from pseudonymous account of who followed it
 * @param to pseudonymous account of who follows it now
 * @param until last day of it, Europe/Paris, after which it goes back by another of these; null for good
 * @param handedOverOn day, Europe/Paris
 */
public record PairHandedOver(
        String pair,
        String need,
        String mentor,
        String from,
        String to,
        @Nullable LocalDate until,
        LocalDate handedOverOn) {}
