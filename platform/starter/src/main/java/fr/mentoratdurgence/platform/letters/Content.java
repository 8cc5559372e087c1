package fr.mentoratdurgence.platform.letters;

import java.util.Map;

/**
 * What fills a letter.
 *
 * @param words   by the names that the bundles use
 * @param act     address of the one act, beginning with a slash; empty where nothing is asked
 * @param replyTo where an answer reaches a person; empty = the contact mailbox
 */
public record Content(Map<String, String> words, String act, String replyTo) {
    /** Words alone. */
    public Content(Map<String, String> words, String act) {
        this(words, act, "");
    }

    /** Says nothing: it names people. */
    @Override
    public String toString() {
        return "Content[***]";
    }
}
