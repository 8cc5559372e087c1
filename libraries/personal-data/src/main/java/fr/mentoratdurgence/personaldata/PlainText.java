package fr.mentoratdurgence.personaldata;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text as the rules read it: what cannot be seen is gone, look-alikes of other scripts are Latin letters, all blanks,
 * dashes and apostrophes are one each. {@code cased} keeps accents and capitals; {@code plain} is lower case without
 * accents; both have the same length, and every place leads back to the text as it was typed.
 */
final class PlainText {
    /** Letters of the Cyrillic and the Greek script that look like the Latin ones below them. */
    private static final String CYRILLIC =
            "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u04bb\u043a\u043c\u0442"
                    + "\u0410\u0412\u0415\u041e\u0420\u0421\u0423\u0425\u0406\u0408\u0405\u041a\u041c\u0422"
                    + "\u041d";

    private static final String LIKE_CYRILLIC = "aeopcyxijshkmtABEOPCYXIJSKMTH";
    private static final String GREEK =
            "\u03b1\u03bf\u03b9\u03bd\u03c1\u03c5\u03ba\u0391\u0392\u0395\u0396\u0397\u0399\u039a"
                    + "\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7";
    private static final String LIKE_GREEK = "aoivpukABEZHIKMNOPTYX";
    /** Letters with a stroke, which no mark can be taken from. */
    private static final String STROKES = "\u0142\u0141\u0111\u0110\u00f8\u00d8\u0131";

    private static final String LIKE_STROKES = "lLdDoOi";
    private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212";
    private static final String APOSTROPHES = "\u2019\u2018\u02bc\u00b4`\u2032";

    private final String typed;
    private final String cased;
    private final String plain;
    private final int[] origin;

    private PlainText(String typed, String cased, String plain, int[] origin) {
        this.typed = typed;
        this.cased = cased;
        this.plain = plain;
        this.origin = origin;
    }

    static PlainText of(String typed) {
        StringBuilder cased = new StringBuilder(typed.length());
        int[] origin = new int[typed.length() + 16];
        int at = 0;
        while (at < typed.length()) {
            int next = at + Character.charCount(typed.codePointAt(at));
            while (next < typed.length() && isMark(typed.codePointAt(next))) {
                next += Character.charCount(typed.codePointAt(next));
            }
            int before = cased.length();
            append(cased, typed.substring(at, Math.min(next, at + 8)));
            if (cased.length() + 1 > origin.length) {
                origin = Arrays.copyOf(origin, 2 * cased.length() + 1);
            }
            Arrays.fill(origin, before, cased.length(), at);
            at = next;
        }
        origin[cased.length()] = typed.length();
        StringBuilder plain = new StringBuilder(cased.length());
        for (int i = 0; i < cased.length(); i++) {
            plain.append(base(cased.charAt(i)));
        }
        return new PlainText(typed, cased.toString(), plain.toString(), origin);
    }

    String cased() {
        return cased;
    }

    String plain() {
        return plain;
    }

    /** What stands between two places of this text, in the words that were typed; a typed sign is never cut in two. */
    Find find(PersonalDataKind kind, int start, int end) {
        int last = end;
        while (origin[last] == origin[end - 1]) {
            last++;
        }
        return new Find(kind, origin[start], origin[last], typed.substring(origin[start], origin[last]));
    }

    private static void append(StringBuilder cased, String cluster) {
        if (cluster.length() == 1 && cluster.charAt(0) < 0x7f && cluster.charAt(0) >= ' ') {
            cased.append(cluster);
            return;
        }
        Normalizer.normalize(cluster, Normalizer.Form.NFKC)
                .codePoints()
                .filter(c -> !isMark(c) && Character.getType(c) != Character.FORMAT)
                .forEach(c -> cased.appendCodePoint(known(c)));
    }

    private static int known(int c) {
        if (c == '\n' || c == '\r') {
            return '\n';
        }
        if (Character.isSpaceChar(c) || Character.isISOControl(c) || c == 0x2800 || c == 0x3164) {
            return ' ';
        }
        if (DASHES.indexOf(c) >= 0) {
            return '-';
        }
        if (c == 0x2044 || c == 0x2215) {
            return '/';
        }
        if (APOSTROPHES.indexOf(c) >= 0) {
            return '\'';
        }
        if (Character.isDigit(c)) {
            return '0' + Character.digit(c, 10);
        }
        return latin(latin(latin(c, CYRILLIC, LIKE_CYRILLIC), GREEK, LIKE_GREEK), STROKES, LIKE_STROKES);
    }

    private static int latin(int c, String script, String like) {
        int at = script.indexOf(c);
        return at < 0 ? c : like.charAt(at);
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || c == 0x200d;
    }

    private static char base(char c) {
        if (c < 0x80) {
            return Character.toLowerCase(c);
        }
        String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
        return Character.toLowerCase(parts.charAt(0));
    }
}
