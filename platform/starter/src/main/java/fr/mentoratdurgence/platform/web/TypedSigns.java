package fr.mentoratdurgence.platform.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The signs that somebody can have typed and seen. */
final class TypedSigns {
    /** Control characters but line breaks and tabs, zero-width signs, marks of direction, soft hyphens, byte order marks. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}&&[^\\u0000\\r\\n\\t]]");

    private TypedSigns() {}

    /** The text without what nobody sees. U+0000 stays: that is refused, since no table can hold what came with it. */
    static String only(String typed) {
        return isPlain(typed) ? typed : UNSEEN.matcher(typed).replaceAll("");
    }

    static boolean hasNull(@Nullable String typed) {
        return typed != null && typed.indexOf('\0') >= 0;
    }

    private static boolean isPlain(String typed) {
        return typed.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }
}
