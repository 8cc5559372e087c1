package fr.mentoratdurgence.mentor.onboarding;

import java.util.Locale;

/** The number under which a person speaks of an application on the telephone. */
public final class References {
    private static final int LENGTH = 8;

    private References() {}

    /** For example {@code M-3F9A01BC}, from the mentor's id. */
    public static String of(String mentor) {
        String id = mentor.substring(mentor.indexOf('-') + 1);
        return "M-" + id.substring(0, Math.min(LENGTH, id.length())).toUpperCase(Locale.ROOT);
    }
}
