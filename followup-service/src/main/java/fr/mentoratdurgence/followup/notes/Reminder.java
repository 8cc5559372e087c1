package fr.mentoratdurgence.followup.notes;

import fr.mentoratdurgence.platform.search.Hit.Name;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A note whose day has come, as the list of work shows it.
 *
 * @param subject     id of the pair, the need or the mentor
 * @param structure   reference of the school; nothing where the note is about a mentor alone
 * @param mentor      number of the mentor; nothing where it is about a school alone
 * @param title       what people call the subject by
 * @param remindOn    the day
 * @param settled     whether somebody has seen to it already
 */
public record Reminder(
        String note,
        String subject,
        String text,
        @Nullable String departement,
        @Nullable String structure,
        @Nullable String mentor,
        List<Name> title,
        LocalDate remindOn,
        boolean settled) {

    /** Where the notes about the subject are. */
    public String page() {
        return "/suivi/notes/" + subject;
    }
}
