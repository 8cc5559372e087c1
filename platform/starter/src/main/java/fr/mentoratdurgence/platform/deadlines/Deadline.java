package fr.mentoratdurgence.platform.deadlines;

import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Something that has to be done by an instant.
 *
 * @param key     made of what it follows from: the same key is one deadline, and passes once; usually the id of the command
 *                that it leads to, and like that no text
 * @param kind    code of what is done when it passes, see {@link OnDeadline}
 * @param subject id of what it is about, such as {@code pair-<uuid>}: its deadlines pass in their order
 * @param dueAt   from this instant on it has passed
 */
public record Deadline(String key, String kind, String subject, Instant dueAt) {
    private static final Pattern KEY = Pattern.compile("[0-9a-z][0-9A-Za-z.:+-]{0,199}");

    /** Refuses a key that could not be the id of a command. */
    public Deadline {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("not a key of a deadline of kind " + kind);
        }
    }

    /** The only one of its kind for this subject. */
    public static Deadline of(Enum<?> kind, String subject, Instant dueAt) {
        return new Deadline(key(kind, subject), kind.name(), subject, dueAt);
    }

    /**
     * One of several of its kind for this subject.
     *
     * @param which number or date that tells them apart
     */
    public static Deadline of(Enum<?> kind, String subject, Object which, Instant dueAt) {
        return new Deadline(key(kind, subject) + ":" + which, kind.name(), subject, dueAt);
    }

    private static String key(Enum<?> kind, String subject) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + ":" + subject;
    }
}
