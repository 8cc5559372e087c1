package fr.mentoratdurgence.typed;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Spellings of a département's code in official and other files, brought to the one that we use: 01 to 95, 2A, 2B, 971
 * to 988. Whether there is such a département is another question.
 */
public final class DepartementCode {
    /** The code, and perhaps the name behind it: {@code 94 - Val-de-Marne}. */
    private static final Pattern CODE_FIRST = Pattern.compile("(0?2[AB]|\\d{1,3})(?:\\.0)?(?:[^0-9A-Z].*)?");

    private static final int POSTCODE = 5;

    private DepartementCode() {}

    /** Reads {@code 094}, {@code 94}, {@code 1}, {@code 02A}, {@code 2a}, {@code 620} and {@code 974}. */
    public static String of(String typed) {
        String text = Typed.small(Typed.text(typed)).toUpperCase(Locale.ROOT);
        Matcher first = CODE_FIRST.matcher(text);
        String code = first.matches() ? first.group(1) : text;
        return switch (code.length()) {
            case 1 -> "0" + code;
            case 3 -> ofThreeDigits(code);
            default -> code;
        };
    }

    /** The code behind the three digits that begin a UAI; Corsica is 620 and 720 there, the Pacific 983 and 984. */
    public static String ofThreeDigits(String digits) {
        return switch (digits) {
            case "620" -> "2A";
            case "720" -> "2B";
            case "983" -> "988";
            case "984" -> "987";
            default -> digits.startsWith("0") ? digits.substring(1) : digits;
        };
    }

    /** The département of a commune's INSEE code. */
    public static String ofCommune(String insee) {
        return insee.startsWith("97") || insee.startsWith("98") ? insee.substring(0, 3) : insee.substring(0, 2);
    }

    /** The département of a postcode; a spreadsheet may have taken its zero. Empty where it is no postcode. */
    public static String ofPostcode(String typed) {
        String digits = Typed.text(typed).replace(" ", "");
        String code = digits.length() == POSTCODE - 1 ? "0" + digits : digits;
        if (!code.matches("\\d{5}")) {
            return "";
        }
        if (code.startsWith("20")) {
            return code.compareTo("20200") < 0 ? "2A" : "2B";
        }
        return ofCommune(code);
    }
}
