package fr.mentoratdurgence.contracts.followup.v1;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Nothing is to be proposed to a mentor, to protect young people, until a coordinator decides (FR: mise en protection).
 *
 * <p>Topic {@code followup.v1}, key {@code concern}, type {@code followup.mentor-protected.v1}.
 *
 * @param concern the worry's stream in followup-service
 * @param mentor the mentor's stream in mentor-service
 * @param pair the pair that was interrupted with it, and tells so itself; null where none was running
 * @param protectedOn day, Europe/Paris
 */
public record MentorProtected(
        String concern, String mentor, @Nullable String pair, LocalDate protectedOn) {}
