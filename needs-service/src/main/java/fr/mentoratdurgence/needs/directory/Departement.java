package fr.mentoratdurgence.needs.directory;

import java.util.Locale;

/** Spellings of a département's code in official files, brought to the one we use: 01 to 95, 2A, 2B, 971 to 976. */
final class Departement {
    private Departement() {}

    /** The code behind the three digits that begin a UAI; Corsica is 620 and 720 there. */
    static String ofThreeDigits(String digits) {
        return switch (digits) {
            case "620" -> "2A";
            case "720" -> "2B";
            default -> digits.startsWith("0") ? digits.substring(1) : digits;
        };
    }

    /** Reads {@code 094}, {@code 94}, {@code 1}, {@code 02A}, {@code 2a}, {@code 620}, {@code 974}. */
    static String normalise(String written) {
        String code = written.strip().toUpperCase(Locale.ROOT);
        return switch (code.length()) {
            case 1 -> "0" + code;
            case 3 -> ofThreeDigits(code);
            default -> code;
        };
    }

    /** The département of a commune's INSEE code. */
    static String ofCommune(String insee) {
        return insee.startsWith("97") || insee.startsWith("98") ? insee.substring(0, 3) : insee.substring(0, 2);
    }
}
