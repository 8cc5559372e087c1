package fr.mentoratdurgence.typed;

import java.time.DayOfWeek;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time of the week as people write it: {@code mer 14:00-16:00}, {@code mercredi 14h - 16h30}, {@code mer. 14 h à 16 h},
 * {@code les mercredis de 14h00 à 16h00}.
 *
 * @param startMinute minutes from midnight
 * @param endMinute minutes from midnight, 24 h included; it may lie before the start, which is for the reader to refuse
 */
public record WeeklyHours(DayOfWeek day, int startMinute, int endMinute) {
    private static final String HOUR = "(\\d{1,2})\\s*(?:(?:[:.]|h(?:eures?)?)\\s*(\\d{2})?)?(?::00)?(?:\\s*mi?n)?";
    private static final String SPAN = "(?:de\\s+|entre\\s+)?" + HOUR + "\\s*(?:-|/|à|a|et|jusqu'à|→|>|\\s)\\s*" + HOUR;
    private static final Pattern FORM =
            Pattern.compile("(?:les?\\s+)?(\\p{L}{2,9})\\s*[.:,]?\\s*\\(?\\s*" + SPAN + "\\s*\\)?\\.?");
    private static final Pattern DAY_BEHIND =
            Pattern.compile("^(" + SPAN + ")\\s*,?\\s*\\(?(?:les?\\s+)?(\\p{L}{2,9})\\)?\\.?$");
    private static final Map<String, DayOfWeek> DAYS = Map.of(
            "lun", DayOfWeek.MONDAY,
            "mar", DayOfWeek.TUESDAY,
            "mer", DayOfWeek.WEDNESDAY,
            "jeu", DayOfWeek.THURSDAY,
            "ven", DayOfWeek.FRIDAY,
            "sam", DayOfWeek.SATURDAY,
            "dim", DayOfWeek.SUNDAY);
    private static final Map<String, DayOfWeek> TWO_LETTERS = Map.of(
            "lu", DayOfWeek.MONDAY,
            "ma", DayOfWeek.TUESDAY,
            "me", DayOfWeek.WEDNESDAY,
            "je", DayOfWeek.THURSDAY,
            "ve", DayOfWeek.FRIDAY,
            "sa", DayOfWeek.SATURDAY,
            "di", DayOfWeek.SUNDAY);
    private static final Map<String, DayOfWeek> LONG_DAYS = Map.of(
            "lundi", DayOfWeek.MONDAY,
            "mardi", DayOfWeek.TUESDAY,
            "mercredi", DayOfWeek.WEDNESDAY,
            "jeudi", DayOfWeek.THURSDAY,
            "vendredi", DayOfWeek.FRIDAY,
            "samedi", DayOfWeek.SATURDAY,
            "dimanche", DayOfWeek.SUNDAY);
    private static final int HOUR_MINUTES = 60;
    private static final int DAY_MINUTES = 24 * HOUR_MINUTES;

    /** Reads one time of the week; empty where it is none. */
    public static Optional<WeeklyHours> read(String typed) {
        String text = Typed.small(Typed.text(typed));
        Matcher parts = FORM.matcher(DAY_BEHIND.matcher(text).replaceFirst("$6 $1"));
        if (!parts.matches()) {
            return Optional.empty();
        }
        Optional<DayOfWeek> day = day(parts.group(1));
        int start = minute(parts.group(2), parts.group(3));
        int end = minute(parts.group(4), parts.group(5));
        return start < 0 || end < 0 ? Optional.empty() : day.map(d -> new WeeklyHours(d, start, end));
    }

    /** Reads a day of the week, long or short. */
    public static Optional<DayOfWeek> day(String typed) {
        String word = Typed.plain(typed);
        DayOfWeek known = word.length() == 2 ? TWO_LETTERS.get(word) : DAYS.get(word);
        return Optional.ofNullable(known != null ? known : LONG_DAYS.get(word.replaceFirst("s$", "")));
    }

    /** When it begins, as {@code 14:00}. */
    public String start() {
        return hour(startMinute);
    }

    /** When it ends, as {@code 16:00}; midnight is {@code 24:00}. */
    public String end() {
        return hour(endMinute);
    }

    private static String hour(int minute) {
        return "%02d:%02d".formatted(minute / HOUR_MINUTES, minute % HOUR_MINUTES);
    }

    private static int minute(String hours, @Nullable String minutes) {
        int past = minutes == null ? 0 : Integer.parseInt(minutes);
        int minute = Integer.parseInt(hours) * HOUR_MINUTES + past;
        return past >= HOUR_MINUTES || minute > DAY_MINUTES ? -1 : minute;
    }
}
