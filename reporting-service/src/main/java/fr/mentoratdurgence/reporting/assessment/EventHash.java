package fr.mentoratdurgence.reporting.assessment;

import java.util.Locale;

/** A hash in an event: two codes of 32 digits, as a code is short. */
public record EventHash(String first, String second) {
    private static final int HALF = 32;

    /** From 64 hexadecimal digits. */
    public static EventHash of(String hex) {
        String upper = hex.toUpperCase(Locale.ROOT);
        return new EventHash(upper.substring(0, HALF), upper.substring(HALF));
    }

    /** The 64 hexadecimal digits, in small letters as tools print them. */
    public String hex() {
        return (first + second).toLowerCase(Locale.ROOT);
    }
}
