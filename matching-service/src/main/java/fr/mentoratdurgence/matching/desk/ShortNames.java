package fr.mentoratdurgence.matching.desk;

import java.util.Locale;

/** Short names for pages: this service knows no name of anybody, and a whole id cannot be read aloud. */
public final class ShortNames {
    private static final int LENGTH = 6;

    ShortNames() {}

    /** The first characters of the id behind its prefix, such as {@code 3F9A2C}. */
    public String of(String id) {
        String tail = id.substring(id.indexOf('-') + 1);
        return tail.substring(0, Math.min(LENGTH, tail.length())).toUpperCase(Locale.ROOT);
    }

    /** A structure's own code: the UAI of a school. */
    public String structure(String id) {
        String tail = id.substring(id.indexOf('-') + 1);
        return tail.contains("-") ? of(id) : tail;
    }
}
