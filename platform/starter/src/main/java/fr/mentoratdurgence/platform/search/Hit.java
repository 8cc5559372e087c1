package fr.mentoratdurgence.platform.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that was found.
 *
 * @param id    of a need, a structure, a mentor or a pair
 * @param title what people call it by
 * @param kind  what it is or how it stands, in a word or two
 * @param tone  neutral, info, ok, warning, urgent or priority
 * @param detail where it is, and the number that people say on the telephone
 * @param href  its page
 * @param more  other pages about it
 */
public record Hit(String id, List<Name> title, String kind, String tone, String detail, String href, List<Link> more) {
    /**
     * Part of a title.
     *
     * @param from where its owner tells the name; null where {@code text} is the name
     * @param of   whose name it is
     */
    public record Name(
            String text, @Nullable String from, @Nullable String of) {
        /** A name that is known here. */
        public static List<Name> known(String text) {
            return List.of(new Name(text, null, null));
        }
    }

    /** Another page. */
    public record Link(String label, String href) {}
}
