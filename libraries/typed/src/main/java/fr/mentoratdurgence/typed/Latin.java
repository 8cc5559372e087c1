package fr.mentoratdurgence.typed;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Letters as a French keyboard has them, to compare by: « Đặng » is written « Dang » by who looks for it. */
final class Latin {
    private static final Pattern MARKS = Pattern.compile("\\p{M}");

    /** Letters that are no plain letter with a mark, each beside what stands for it. */
    private static final String WITH_A_STROKE = "\u00f8\u0142\u0111\u00f0\u0131\u0127\u0167";

    private static final String WITHOUT = "olddiht";

    private Latin() {}

    /** In lower case, without accents, ligatures and strokes. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("\u0153", "oe")
                .replace("\u00e6", "ae")
                .replace("\u00df", "ss")
                .replace("\u00fe", "th"));
        for (int i = 0; i < plain.length(); i++) {
            int at = WITH_A_STROKE.indexOf(plain.charAt(i));
            if (at >= 0) {
                plain.setCharAt(i, WITHOUT.charAt(at));
            }
        }
        return plain.toString();
    }
}
