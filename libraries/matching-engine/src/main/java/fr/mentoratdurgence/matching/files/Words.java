package fr.mentoratdurgence.matching.files;

import fr.mentoratdurgence.matching.profile.Grade;
import fr.mentoratdurgence.matching.profile.Level;
import fr.mentoratdurgence.matching.profile.Track;
import fr.mentoratdurgence.matching.profile.WeeklySlot;
import java.text.MessageFormat;
import java.text.Normalizer;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The French words of the files and their codes, and the sentences about them. */
final class Words {
    private static final ResourceBundle WORDS = ResourceBundle.getBundle("fichiers.mots", Locale.ROOT);
    private static final Pattern SLOT =
            Pattern.compile("(\\p{L}+)\\.?\\s+(\\d{1,2})[:h](\\d{2})?\\s*-\\s*(\\d{1,2})[:h](\\d{2})?");
    private static final int MINUTES_PER_HOUR = 60;
    private static final int MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR;

    private Words() {}

    static String say(String key, @Nullable Object... arguments) {
        return new MessageFormat(WORDS.getString(key), Locale.FRENCH).format(arguments);
    }

    /** The code that a word of this kind stands for; the code itself is a word, too. */
    static <E extends Enum<E>> Optional<E> code(String kind, String word, Class<E> codes) {
        String found = find(kind, word);
        String name = found == null ? word.strip().toUpperCase(Locale.ROOT) : found;
        return Arrays.stream(codes.getEnumConstants())
                .filter(code -> code.name().equals(name))
                .findFirst();
    }

    /** {@code 3e}, {@code CM1-Tle}, {@code 2de pro}. */
    static Optional<Level> level(String text) {
        String[] ends = text.split("-", 2);
        String from = find("classe", ends[0]);
        String to = find("classe", ends[ends.length - 1]);
        if (from == null || to == null) {
            return Optional.empty();
        }
        String[] first = from.split(" ");
        String[] last = to.split(" ");
        Grade lowest = Grade.valueOf(first[0]);
        Grade highest = Grade.valueOf(last[0]);
        if (lowest.compareTo(highest) > 0
                || (lowest.lycee()
                        && !first[first.length - 1].equals(last[last.length - 1])
                        && !sameTrack(first, last))) {
            return Optional.empty();
        }
        Track track = highest.lycee() ? Track.valueOf(last[1]) : null;
        return Optional.of(new Level(lowest, highest, track));
    }

    private static boolean sameTrack(String[] first, String[] last) {
        return first.length == 2 && last.length == 2 && first[1].equals(last[1]);
    }

    /** {@code mer 14:00-16:00}. */
    static Optional<WeeklySlot> slot(String text) {
        Matcher parts = SLOT.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        String day = find("jour", parts.group(1));
        int start = minutes(parts.group(2), parts.group(3));
        int end = minutes(parts.group(4), parts.group(5));
        return day == null || start >= end || end > MINUTES_PER_DAY
                ? Optional.empty()
                : Optional.of(new WeeklySlot(DayOfWeek.valueOf(day), start, end));
    }

    private static int minutes(String hours, @Nullable String minutes) {
        return Integer.parseInt(hours) * MINUTES_PER_HOUR + (minutes == null ? 0 : Integer.parseInt(minutes));
    }

    /** All words of a kind, for a sentence that helps. */
    static String all(String kind) {
        return String.join(
                ", ",
                WORDS.keySet().stream()
                        .filter(key -> key.startsWith(kind + "."))
                        .map(key -> key.substring(kind.length() + 1))
                        .sorted()
                        .toList());
    }

    static List<String> list(String cell) {
        return Arrays.stream(cell.split("\\|"))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private static @Nullable String find(String kind, String word) {
        try {
            return WORDS.getString(kind + "." + plain(word));
        } catch (MissingResourceException _) {
            return null;
        }
    }

    /** Without case, accents, spaces and signs. */
    static String plain(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replace("+", "plus")
                .replaceAll("[^a-z0-9]", "");
    }
}
