package fr.mentoratdurgence.needs.directory;

import fr.mentoratdurgence.typed.DepartementCode;
import fr.mentoratdurgence.typed.Typed;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * FR: UAI, the education ministry's number of an establishment: 7 digits and a check letter. It finds typing errors; it
 * proves nothing, since every UAI is public.
 *
 * @param code seven digits and the right letter, upper case
 */
public record Uai(String code) {
    private static final Pattern SHAPE = Pattern.compile("[0-9]{7}[A-Z]");
    private static final Pattern BLANKS = Pattern.compile("[\\s.-]+");
    private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";

    /** @throws IllegalArgumentException where the code is not a UAI: people's input goes through {@link #parse} */
    public Uai {
        if (!isValid(code)) {
            throw new IllegalArgumentException("not a UAI");
        }
    }

    /** Reads what a person typed: lower case and spaces are fine; empty where it is not a UAI. */
    public static Optional<Uai> parse(String typed) {
        String code = BLANKS.matcher(Typed.text(typed)).replaceAll("").toUpperCase(Locale.ROOT);
        return isValid(code) ? Optional.of(new Uai(code)) : Optional.empty();
    }

    private static boolean isValid(String code) {
        return SHAPE.matcher(code).matches()
                && LETTERS.charAt(Integer.parseInt(code.substring(0, 7)) % LETTERS.length()) == code.charAt(7);
    }

    /** The stream of this establishment. */
    public String structure() {
        return "structure-" + code;
    }

    /** Code of the département that the first three digits stand for, such as 94, 2A or 974. */
    public String departement() {
        return DepartementCode.ofThreeDigits(code.substring(0, 3));
    }
}
