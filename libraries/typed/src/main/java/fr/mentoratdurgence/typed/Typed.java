package fr.mentoratdurgence.typed;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
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
    private static final Pattern HOUR_BEHIND = Pattern.compile("(?:t|,? (?:a )?)\\d{1,2} ?[:h].*$");
    private static final Pattern DAY_FIRST = Pattern.compile("(?:([a-z]{3,8})\\.?,? )?(?:le )?(\\d{1,2})(?:er)?"
            + " ?[-/. ] ?(\\d{1,2}|[a-z]{3,9})\\.? ?[-/. ] ?(\\d{4}|\\d{2})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([-/.]?)(\\d{1,2})\\2(\\d{1,2})");
    private static final Pattern HOUR =
            Pattern.compile("(\\d{1,2}) ?(?:h(?:eures?)?|[:.](?=\\d)) ?(\\d{2})?(?::\\d{2})?(?: ?min)?");
    private static final List<String> MONTHS = List.of(
            "janvier",
            "fevrier",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "aout",
            "septembre",
            "octobre",
            "novembre",
            "decembre");
    /** A year of two digits is of this century below it: people write of this crisis, and of who was born before. */
    private static final int LAST_CENTURY = 50;

    /** An address with the name before it, a week of hours: nothing that is read as one thing is longer. */
    private static final int LONGEST = 1_000;

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
        String letters = Latin.plain(text(typed)).replace("+", "plus");
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

    /**
     * A day as people in France write it ({@code 04/05/2020}, {@code 4-5-20}, {@code lundi 4 mai 2020}, {@code 1er avr.
     * 2020}) or as programs do; an hour may follow. Empty where it is none, or where its day of the week is another.
     */
    public static Optional<LocalDate> date(@Nullable String typed) {
        String day = HOUR_BEHIND.matcher(Latin.plain(text(typed))).replaceFirst("");
        Matcher year = YEAR_FIRST.matcher(day);
        if (year.matches()) {
            boolean told = !year.group(2).isEmpty() || day.length() == "20200504".length();
            return told ? of(year.group(1), Integer.parseInt(year.group(3)), year.group(4)) : Optional.empty();
        }
        Matcher parts = DAY_FIRST.matcher(day);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Optional<LocalDate> found = of(parts.group(4), month(parts.group(3)), parts.group(2));
        String weekday = parts.group(1);
        return weekday == null || weekday.equals("le")
                ? found
                : found.filter(on -> WeeklyHours.day(weekday)
                        .filter(on.getDayOfWeek()::equals)
                        .isPresent());
    }

    /** A time of the day: {@code 14:30}, {@code 14 h 30}, {@code 9h}, {@code 9.05}; empty where it is none. */
    public static Optional<LocalTime> time(@Nullable String typed) {
        Matcher parts = HOUR.matcher(small(text(typed)));
        if (!parts.matches()) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(parts.group(1));
        int minute = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
        return hour < 24 && minute < 60 ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
    }

    /**
     * In small letters; empty, and so nothing that anybody reads, where it is longer than what is asked for. Letters that
     * become two, as « İ », take time by the square of their number.
     */
    static String small(String text) {
        return text.length() > LONGEST ? "" : text.toLowerCase(Locale.ROOT);
    }

    private static Optional<LocalDate> of(String year, int month, String day) {
        int written = Integer.parseInt(year);
        int century = year.length() > 2 ? 0 : written < LAST_CENTURY ? 2000 : 1900;
        try {
            return Optional.of(LocalDate.of(century + written, month, Integer.parseInt(day)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** The number of a month, by figures, by its name or by the beginning of its name alone; 0 = none. */
    private static int month(String written) {
        if (Character.isDigit(written.charAt(0))) {
            return Integer.parseInt(written);
        }
        List<String> meant =
                MONTHS.stream().filter(month -> month.startsWith(written)).toList();
        return meant.size() == 1 ? MONTHS.indexOf(meant.getFirst()) + 1 : 0;
    }
}
