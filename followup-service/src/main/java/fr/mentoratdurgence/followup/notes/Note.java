package fr.mentoratdurgence.followup.notes;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A note of the team.
 *
 * @param subject   id of the pair, the need or the mentor
 * @param author    pseudonymous account
 * @param remindOn  when to think of it again; nothing = never
 * @param settledOn when somebody said that it is done
 */
public record Note(
        String note,
        String subject,
        String text,
        String author,
        LocalDate writtenOn,
        @Nullable LocalDate remindOn,
        @Nullable LocalDate settledOn) {

    /** Whether somebody is still to think of it. */
    public boolean waits() {
        return remindOn != null && settledOn == null;
    }
}
