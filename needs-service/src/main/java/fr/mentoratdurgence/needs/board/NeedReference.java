package fr.mentoratdurgence.needs.board;

import fr.mentoratdurgence.sealing.Sha256;
import java.util.Locale;
import java.util.regex.Pattern;

/** FR: numéro de dossier, such as {@code MU-7K3F-9Q2M}: short enough to say on the phone, derived from the need's id. */
public final class NeedReference {
    /** Crockford's alphabet: no I, L, O, U that could be misheard or misread. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final Pattern SHAPE = Pattern.compile("MU-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
    private static final int LETTERS = 8;
    private static final int BITS = 5;

    private NeedReference() {}

    /** The reference of a need. */
    public static String of(String need) {
        byte[] hash = Sha256.of(need);
        long bits = 0;
        for (int i = 0; i < BITS; i++) {
            bits = (bits << 8) | (hash[i] & 0xff);
        }
        StringBuilder letters = new StringBuilder();
        for (int i = LETTERS - 1; i >= 0; i--) {
            letters.append(ALPHABET.charAt((int) ((bits >> (i * BITS)) & 31)));
        }
        return "MU-" + letters.substring(0, 4) + "-" + letters.substring(4);
    }

    /** Whether it could be a reference. */
    public static boolean isPossible(String text) {
        return SHAPE.matcher(text).matches();
    }

    /** What a person typed, as a reference: case, blanks, hyphens and letters easily misread do not matter. */
    public static String read(String typed) {
        String letters = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replaceFirst("^MU(?=.{8}$)", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return letters.length() == LETTERS ? "MU-" + letters.substring(0, 4) + "-" + letters.substring(4) : "";
    }
}
