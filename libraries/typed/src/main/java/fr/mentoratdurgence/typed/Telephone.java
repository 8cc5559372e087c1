package fr.mentoratdurgence.typed;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A telephone number that somebody can dial. What a number must be is libphonenumber's knowledge, not ours.
 *
 * @param e164 such as {@code +33639982099}
 */
public record Telephone(String e164) {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final int FRANCE = 33;

    /** Where a number without a country code may be from; all of them have ten digits and begin with 0. */
    private static final List<String> AT_HOME = List.of("FR", "RE", "GP", "MQ", "GF", "YT");

    /** Numbers there are short, so that a French one cut off looks like one: only for who lives there. */
    private static final Map<String, String> FAR_AWAY = Map.of("975", "PM", "986", "WF", "987", "PF", "988", "NC");

    /** Kept by the French regulator (ARCEP) for films and examples: nobody has them, and nobody is disturbed. */
    private static final Pattern OF_FICTION = Pattern.compile("\\+33(?:19900|26191|35301|46571|53649|63998)\\d{4}");

    private static final Pattern LABEL = Pattern.compile(
            "^(?i:(?:n°|num[ée]ro)?\\s*(?:de\\s+)?(?:t[ée]l(?:[ée]phone)?|port(?:able)?|mob(?:ile)?|fixe))\\s*[.:]*\\s*");
    /** A program took the number for one to count with. */
    private static final Pattern POWER = Pattern.compile("^(\\d)[.,](\\d{8,11})[eE]\\+?(\\d{1,2})$");

    private static final Pattern REMARK = Pattern.compile("\\s*\\([^()0-9]{1,40}\\)$");
    private static final Pattern DECIMALS = Pattern.compile("^(\\d{9,})[.,]0$");

    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern NOT_DIALLED = Pattern.compile("[^0-9+]");
    /** Gives nothing back, and so needs no memory for each digit of a text that is nothing but digits. */
    private static final Pattern SIGNS_BETWEEN =
            Pattern.compile("(?<!\\d)[+(]{0,2}\\d(?:[\\s\\p{Z}./_,;:()\\p{Pd}·•+]{0,4}\\d){8,}+");
    /** Asked before a number is read, which takes long: of a text that is nothing but zeros none is. */
    private static final Pattern BEGINS_A_NUMBER = Pattern.compile("(?:\\+|00)[1-9]\\d{6,14}|0[1-9]\\d{8}|[67]\\d{8}");

    private static final Pattern DAY = Pattern.compile("[0-3]?\\d[/.-][01]?\\d[/.-](?:19|20)\\d{2}\\b");
    private static final int MOST_DIGITS = 15;

    /** Reads a number as typed in France or overseas; empty where nobody could dial it. */
    public static Optional<Telephone> read(String typed) {
        return read(typed, "");
    }

    /**
     * Reads a number as typed in France or overseas; empty where nobody could dial it.
     *
     * @param departement where who typed it lives; decides where a number without a country code can be from two places
     */
    public static Optional<Telephone> read(String typed, String departement) {
        String text = LABEL.matcher(Typed.text(typed)).replaceFirst("");
        text = REMARK.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceFirst("");
        text = DECIMALS.matcher(text).replaceFirst("$1");
        Matcher power = POWER.matcher(text);
        if (power.matches()
                && Integer.parseInt(power.group(3)) == power.group(2).length()) {
            text = power.group(1) + power.group(2);
        }
        if (LETTER.matcher(text).find()) {
            return Optional.empty();
        }
        String dialled = NOT_DIALLED.matcher(text).replaceAll("");
        if (dialled.lastIndexOf('+') > 0) {
            return Optional.empty();
        }
        String far = FAR_AWAY.get(departement);
        return Stream.concat(AT_HOME.stream(), Stream.ofNullable(far))
                .flatMap(region -> inRegion(dialled, region).stream())
                .findFirst();
    }

    private static Optional<Telephone> inRegion(String dialled, String region) {
        try {
            PhoneNumber number = NUMBERS.parse(dialled, region);
            String e164 = NUMBERS.format(number, PhoneNumberFormat.E164);
            boolean can =
                    NUMBERS.isValidNumber(number) || OF_FICTION.matcher(e164).matches();
            return can ? Optional.of(new Telephone(e164)) : Optional.empty();
        } catch (NumberParseException _) {
            return Optional.empty();
        }
    }

    /** The number as people in France read it: {@code 06 39 98 20 99}, {@code +262 692 00 00 11}. */
    public String shown() {
        try {
            PhoneNumber number = NUMBERS.parse(e164, "FR");
            return number.getCountryCode() == FRANCE
                    ? NUMBERS.format(number, PhoneNumberFormat.NATIONAL)
                    : NUMBERS.format(number, PhoneNumberFormat.INTERNATIONAL).replace('.', ' ');
        } catch (NumberParseException _) {
            return e164;
        }
    }

    /** A stored number in groups; what is no number is shown as it is. */
    public static String shown(String stored) {
        return stored.startsWith("+") ? new Telephone(stored).shown() : stored;
    }

    /**
     * The telephone numbers that a text holds, as they stand in it, whatever stands between their digits. A number whose
     * zero was lost counts where it is a mobile's; a date with an hour does not.
     */
    public static List<String> in(String text) {
        List<String> found = new ArrayList<>();
        Matcher signs = SIGNS_BETWEEN.matcher(text);
        while (signs.find()) {
            numberIn(signs.group()).ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    /** The first stretch of digit groups that is a number: other figures may stand before and after it. */
    private static Optional<String> numberIn(String stretch) {
        Matcher day = DAY.matcher(stretch);
        int from = 0;
        while (from < stretch.length()) {
            boolean begins =
                    isDigitOrPlus(stretch.charAt(from)) && (from == 0 || !isDigitOrPlus(stretch.charAt(from - 1)));
            if (begins && day.region(from, stretch.length()).lookingAt()) {
                from = day.end();
            } else {
                Optional<String> number = begins ? numberFrom(stretch, from) : Optional.empty();
                if (number.isPresent()) {
                    return number;
                }
                from++;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> numberFrom(String stretch, int from) {
        int digits = 0;
        for (int to = from; to < stretch.length() && digits <= MOST_DIGITS; to++) {
            digits += Character.isDigit(stretch.charAt(to)) ? 1 : 0;
            boolean ends = to + 1 == stretch.length() || !Character.isDigit(stretch.charAt(to + 1));
            if (ends && Character.isDigit(stretch.charAt(to)) && digits >= 9) {
                String number = stretch.substring(from, to + 1);
                String dialled = NOT_DIALLED.matcher(number).replaceAll("");
                if (BEGINS_A_NUMBER.matcher(dialled).matches() && read(number).isPresent()) {
                    return Optional.of(number);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isDigitOrPlus(char sign) {
        return sign == '+' || Character.isDigit(sign);
    }

    /** Masked: a number must not reach a log. */
    @Override
    public String toString() {
        return "Telephone[masked]";
    }
}
