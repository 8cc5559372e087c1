package fr.mentoratdurgence.platform.letters;

import fr.mentoratdurgence.platform.CalendarEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What fills a letter.
 *
 * @param words   by the names that the bundles use
 * @param act     address of the one act, beginning with a slash; empty where nothing is asked
 * @param replyTo where an answer reaches a person; empty = the contact mailbox
 * @param event   what the reader puts into a calendar, as a file beside the letter; null = nothing
 */
public record Content(
        Map<String, String> words,
        String act,
        String replyTo,
        @Nullable CalendarEvent event) {
    /** Words alone. */
    public Content(Map<String, String> words, String act) {
        this(words, act, "", null);
    }

    /** The same, with something for the reader's calendar. */
    public Content with(CalendarEvent toCome) {
        return new Content(words, act, replyTo, toCome);
    }

    /** Says nothing: it names people. */
    @Override
    public String toString() {
        return "Content[***]";
    }
}
