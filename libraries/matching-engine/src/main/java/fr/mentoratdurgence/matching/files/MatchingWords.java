package fr.mentoratdurgence.matching.files;

import fr.mentoratdurgence.contracts.vocabulary.WeeklySlot;
import fr.mentoratdurgence.files.Words.Kind;
import fr.mentoratdurgence.matching.profile.Grade;
import fr.mentoratdurgence.matching.profile.Level;
import fr.mentoratdurgence.matching.profile.Track;
import fr.mentoratdurgence.typed.Typed;
import fr.mentoratdurgence.typed.WeeklyHours;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The French words of the files and their codes, and the sentences about them. */
final class MatchingWords {
    private static final int SESSION_MINUTES = 60;

    private static final ResourceBundle WORDS = ResourceBundle.getBundle("fichiers.mots", Locale.ROOT);

    private MatchingWords() {}

    static String say(String key, @Nullable Object... arguments) {
        return new MessageFormat(WORDS.getString(key), Locale.FRENCH).format(arguments);
    }

    /** The code that a word of this kind stands for; the code itself is a word, too. */
    static <E extends Enum<E>> Optional<E> code(Kind kind, String word, Class<E> codes) {
        String code = fr.mentoratdurgence.files.Words.code(kind, word);
        return Arrays.stream(codes.getEnumConstants())
                .filter(known -> known.name().equals(code))
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

    /** {@code mer 14h-16h}, within one day and as long as a session lasts. */
    static Optional<WeeklySlot> slot(String text) {
        return WeeklyHours.read(text)
                .filter(hours -> hours.endMinute() - hours.startMinute() >= SESSION_MINUTES)
                .map(hours -> new WeeklySlot(hours.day(), hours.startMinute(), hours.endMinute()));
    }

    /** All codes, for a sentence that helps. */
    static <E extends Enum<E>> String all(Class<E> codes) {
        return Arrays.stream(codes.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
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

    private static @Nullable String find(String kind, String word) {
        try {
            return WORDS.getString(kind + "." + Typed.plain(word));
        } catch (MissingResourceException _) {
            return null;
        }
    }
}
