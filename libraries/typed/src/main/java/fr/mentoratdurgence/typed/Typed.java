package fr.mentoratdurgence.typed;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One line of text, as a person or a spreadsheet wrote it. */
public final class Typed {
    private static final Pattern ENDS_A_LINE = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    /** Zero-width signs, marks of direction, soft hyphens, byte order marks: nobody sees them, and they break equality. */
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");

    private static final Pattern HYPHENS = Pattern.compile("[\\u2010-\\u2015\\u2212\\ufe58\\ufe63\\uff0d]");
    private static final Pattern APOSTROPHES =
            Pattern.compile("[\\u2018\\u2019\\u201b\\u02bb\\u02bc\\u2032\\u00b4\\u0060\\uff07]");
    private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cntrl}\\p{Co}\\ufffd&&[^\\r\\n\\t]]");
    /** « Ã© », « Â° », « â€™ »: UTF-8 that an earlier program took for windows-1252. No French word holds them. */
    private static final Pattern TWICE_ENCODED = Pattern.compile(
            "[ÃÂ][\\u0080-\\u00bf]|Å[\\u201c\\u2019\\u0092\\u0093]|â€|Ã[\\u2018-\\u203a\\u0160-\\u0178\\u02c6\\u2030]");

    private static final Pattern SIGNS = Pattern.compile("[^a-z0-9]");
    private static final Pattern DATE_ALONE = Pattern.compile("[t ]\\d{1,2}[:hH].*$");
    private static final List<DateTimeFormatter> DATES = List.of(
            strict("uuuu-MM-dd"), strict("d/M/uuuu"), strict("d-M-uuuu"), strict("d.M.uuuu"), strict("d MMMM uuuu"));

    private Typed() {}

    /**
     * The text on one line: plain blanks, one at a time and none around; plain hyphens and apostrophes; without the signs
     * that nobody sees. Empty where nothing was typed.
     */
    public static String text(@Nullable String typed) {
        if (typed == null) {
            return "";
        }
        String text = Normalizer.normalize(typed, Normalizer.Form.NFC);
        text = INVISIBLE.matcher(text).replaceAll("");
        text = HYPHENS.matcher(text).replaceAll("-");
        text = APOSTROPHES.matcher(text).replaceAll("'");
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    /** The same in one line: what would begin another one, in a subject, a header or a log, is a blank. */
    public static String oneLine(String typed) {
        return ENDS_A_LINE.matcher(typed).replaceAll(" ").strip();
    }

    /** Whether every sign can be read: no control character, nothing that an earlier program decoded wrongly. */
    public static boolean isReadable(String typed) {
        return !UNREADABLE.matcher(typed).find()
                && !TWICE_ENCODED.matcher(typed).find();
    }

    /** The words without case, accents, blanks and signs, to compare; {@code +} counts as a word. */
    public static String plain(String typed) {
        String letters = Normalizer.normalize(text(typed), Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("+", "plus");
        return SIGNS.matcher(letters).replaceAll("");
    }

    /** Yes or no; empty where it is neither, or where nothing is written. */
    public static Optional<Boolean> yesOrNo(String typed) {
        return switch (plain(typed)) {
            case "oui", "o", "1", "x", "vrai", "true", "yes", "y" -> Optional.of(true);
            case "non", "n", "0", "faux", "false", "no" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** A day as people in France write it ({@code 04/05/2020}, {@code 4 mai 2020}) or as programs do; an hour may follow. */
    public static Optional<LocalDate> date(String typed) {
        String day = DATE_ALONE.matcher(text(typed).toLowerCase(Locale.FRENCH)).replaceFirst("");
        for (DateTimeFormatter format : DATES) {
            try {
                return Optional.of(LocalDate.parse(day.replaceFirst("^1er ", "1 "), format));
            } catch (DateTimeException _) {
                // the next way of writing it
            }
        }
        return Optional.empty();
    }

    private static DateTimeFormatter strict(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.FRENCH)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
