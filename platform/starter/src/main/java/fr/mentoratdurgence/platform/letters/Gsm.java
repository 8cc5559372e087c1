package fr.mentoratdurgence.platform.letters;

import java.text.Normalizer;

/** The alphabet of short messages (3GPP TS 23.038, GSM 7-bit default): one message is 160 signs of it. */
final class Gsm {
    static final int LENGTH = 160;
    private static final String ALPHABET = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
            + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private Gsm() {}

    /**
     * The words, cut where they must be, then the address, whole.
     *
     * @throws IllegalArgumentException where the address alone is too long
     */
    static String shortened(String words, String address) {
        String said = inAlphabet(words);
        int room = LENGTH - (address.isEmpty() ? 0 : address.length() + 1);
        if (room < LENGTH / 4) {
            throw new IllegalArgumentException("an address of " + address.length() + " signs leaves no room");
        }
        String cut = said.length() <= room ? said : said.substring(0, room - 3).stripTrailing() + "...";
        return address.isEmpty() ? cut : cut + " " + address;
    }

    /** As near as telephones can write it. */
    static String inAlphabet(String text) {
        StringBuilder written = new StringBuilder(text.length());
        text.replaceAll("«[\\s\\u00a0\\u202f]*", "\"")
                .replaceAll("[\\s\\u00a0\\u202f]*»", "\"")
                .codePoints()
                .forEach(sign -> written.append(nearest(sign)));
        return written.toString();
    }

    private static String nearest(int sign) {
        String as = Character.toString(sign);
        if (ALPHABET.contains(as)) {
            return as;
        }
        return switch (as) {
            case "’", "‘" -> "'";
            case "“", "”" -> "\"";
            case "…" -> "...";
            case "–", "—", "‑" -> "-";
            case "œ" -> "oe";
            case "Œ" -> "OE";
            case "ç" -> "c";
            case "·" -> ".";
            case "€" -> "euros";
            default -> {
                String bare = Normalizer.normalize(as, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
                yield bare.codePoints().allMatch(part -> ALPHABET.indexOf(part) >= 0) ? bare : "?";
            }
        };
    }
}
