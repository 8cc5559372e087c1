package fr.mentoratdurgence.reporting.publication;

import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.OperationDay;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.settings.OperationZone;
import fr.mentoratdurgence.reporting.bilan.Scope;
import fr.mentoratdurgence.typed.Typed;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.ValueRange;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The instant that somebody asks about (FR: date d'arrêté). A day means its end in Europe/Paris, to the millisecond;
 * today means now.
 */
public final class AsOf {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.FRENCH);
    private static final Pattern PLUS_LOST = Pattern.compile("^(.*T[0-9:.]+) ([0-9]{2}(?::?[0-9]{2})?)$");
    private static final Pattern WITH_AN_HOUR = Pattern.compile("[0-9] ?[:hH]|[0-9]T[0-9]");
    private static final ValueRange YEARS = ValueRange.of(1900, 2200);

    /** How finely somebody may ask. */
    public enum Grain {
        /** Any. */
        INSTANT,
        /**
         * Whole days and now: between two days that are as far apart as days are, a count in steps of five tells of
         * nobody; at any instant, somebody could look for the one at which it steps.
         */
        DAY
    }

    private AsOf() {}

    /**
     * @param asked an ISO instant or day; nothing = now
     * @param first record time of the first fact, if there is one
     */
    public static Instant parse(@Nullable String asked, Grain grain, Instant now, Optional<Instant> first) {
        Instant present = now.truncatedTo(ChronoUnit.SECONDS);
        if (asked == null || asked.isBlank()) {
            return present;
        }
        Instant instant = instant(asked.strip(), present);
        if (instant.isAfter(present)) {
            throw refused("bilan.date.future");
        }
        if (grain == Grain.DAY && !isNowOrADay(instant, present)) {
            throw refused("bilan.date.jour");
        }
        if (first.isEmpty()) {
            throw refused("bilan.date.rien");
        }
        if (instant.isBefore(first.get())) {
            throw refused("bilan.date.avant", DAY.format(first.get().atZone(OperationZone.PARIS)));
        }
        return instant;
    }

    /** The end of the last day that is over. */
    static Instant yesterday(Instant now) {
        return Scope.endOf(OperationDay.of(now).minusDays(1));
    }

    private static boolean isNowOrADay(Instant instant, Instant present) {
        return instant.equals(present) || Scope.isEndOfDay(instant);
    }

    /** A day as people or programs write it; one with an hour is none. */
    public static Optional<LocalDate> day(String asked) {
        return alone(asked).filter(day -> YEARS.isValidValue(day.getYear()));
    }

    private static Optional<LocalDate> alone(String asked) {
        return WITH_AN_HOUR.matcher(asked).find() ? Optional.empty() : Typed.date(asked);
    }

    private static Instant instant(String asked, Instant present) {
        try {
            if (asked.indexOf('T') >= 0) {
                return OffsetDateTime.parse(unescaped(asked)).toInstant();
            }
            LocalDate day = alone(asked).orElseThrow(() -> refused("bilan.date.illisible"));
            if (day.equals(OperationDay.of(present))) {
                return present;
            }
            return Scope.endOf(day);
        } catch (DateTimeException _) {
            throw refused("bilan.date.illisible");
        }
    }

    /** A plus sign that an address left as it was arrives as a blank: {@code 10:00:00 02:00} is meant as {@code +02:00}. */
    private static String unescaped(String asked) {
        return PLUS_LOST.matcher(asked).replaceFirst("$1+$2");
    }

    private static InvalidInput refused(String key, Object... arguments) {
        return new InvalidInput(new Violations().add("asOf", key, arguments).all());
    }
}
