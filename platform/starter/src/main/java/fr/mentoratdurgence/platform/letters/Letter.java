package fr.mentoratdurgence.platform.letters;

import fr.mentoratdurgence.platform.settings.OperationZone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A letter to write.
 *
 * @param id         made of what it follows from: the same id twice is one letter; at most 160 characters
 * @param kind       which letter
 * @param person     pseudonymous id of whom it is for, as {@link Correspondents} knows it
 * @param parameters ids, codes, numbers and dates that its words are found by; never a text
 * @param due        not before; nothing = as soon as what it tells can no longer be undone
 * @param settledBy  what ends its reason, for {@link Letters#settle}; empty where nothing does
 */
public record Letter(
        String id,
        LetterKind kind,
        String person,
        Map<String, String> parameters,
        @Nullable Instant due,
        String settledBy) {
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final Pattern CODE = Pattern.compile("[\\p{Alnum}:_.+*-]{1,100}");

    /** Refuses a parameter that could be a text. */
    public Letter {
        parameters = Map.copyOf(parameters);
        parameters.forEach((name, value) -> {
            if (!CODE.matcher(value).matches()) {
                throw new IllegalArgumentException(
                        "not an id, code, number or date: parameter " + name + " of " + kind);
            }
        });
    }

    /** A letter that is due as soon as it may be, and whose reason nothing ends. */
    public static Letter of(String id, LetterKind kind, String person, Map<String, String> parameters) {
        return new Letter(id, kind, person, parameters, null, "");
    }

    /** When a reminder of a day goes out on that day, Europe/Paris. */
    public static Instant morningOf(LocalDate day) {
        return day.atTime(MORNING).atZone(OperationZone.PARIS).toInstant();
    }

    /** Not before this instant. */
    public Letter dueAt(Instant instant) {
        return new Letter(id, kind, person, parameters, instant, settledBy);
    }

    /** Its reason has gone once this is settled. */
    public Letter until(String settled) {
        return new Letter(id, kind, person, parameters, due, settled);
    }
}
