package fr.mentoratdurgence.contracts.mentors.v1;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A volunteer applied (FR: candidature).
 *
 * <p>Topic {@code mentors.v1}, key {@code mentor}, type {@code mentors.mentor-applied.v1}.
 *
 * @param mentor the mentor's stream in mentor-service
 * @param origin FORM or IMPORT
 * @param adult 18 or older
 * @param departement code of the département, such as 94, 2A or 974
 * @param appliedOn day of the application, Europe/Paris
 * @param association code of the member association through which the volunteer comes, such as AFEV; null or left out
 *     where there is none
 */
public record MentorApplied(
        String mentor,
        String origin,
        boolean adult,
        String departement,
        LocalDate appliedOn,
        @Nullable String association) {}
