package fr.mentoratdurgence.gateway.operation;

import fr.mentoratdurgence.gateway.errors.OwnPages;
import fr.mentoratdurgence.platform.settings.OperationZone;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.OptionalDouble;
import org.springframework.stereotype.Component;

/** Numbers, ages and instants of the board as French words, ready for a page. Whatever is not known is a dash. */
@Component
class OpsWords {
    static final String UNKNOWN = "–";

    private static final long KILO = 1000;
    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("d MMMM 'à' H 'h' mm", Locale.FRENCH).withZone(OperationZone.PARIS);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("H 'h' mm 'min' ss 's'", Locale.FRENCH).withZone(OperationZone.PARIS);

    private final OwnPages pages;

    OpsWords(OwnPages pages) {
        this.pages = pages;
    }

    String text(String key, Object... arguments) {
        return pages.text("ops." + key, arguments);
    }

    /** The word of a code that a service answers; one of a newer version is its own word. */
    String code(String family, String code) {
        return pages.textOr("ops." + family + "." + code, code);
    }

    String number(OptionalDouble figure) {
        return figure.isPresent() ? number(Math.round(figure.getAsDouble())) : UNKNOWN;
    }

    String number(long number) {
        return text("nombre", number);
    }

    /** Seconds as days, hours, minutes: the two greatest. */
    String age(OptionalDouble seconds) {
        if (seconds.isEmpty()) {
            return UNKNOWN;
        }
        Duration age = Duration.ofSeconds(Math.round(seconds.getAsDouble()));
        return age.toDays() > 0
                ? text("age.jours", age.toDays(), age.toHoursPart())
                : age.toHours() > 0
                        ? text("age.heures", age.toHours(), age.toMinutesPart())
                        : age.toMinutes() > 0
                                ? text("age.minutes", age.toMinutes(), age.toSecondsPart())
                                : text("age.secondes", age.toSeconds());
    }

    String gigabytes(OptionalDouble bytes) {
        return bytes.isPresent() ? text("giga", Math.round(bytes.getAsDouble()) / (KILO * KILO * KILO)) : UNKNOWN;
    }

    /** An instant as a service wrote it. */
    String at(String instant) {
        try {
            return OwnPages.html(AT.format(Instant.parse(instant)));
        } catch (DateTimeParseException unreadable) {
            return UNKNOWN;
        }
    }

    String clock(Instant now) {
        return CLOCK.format(now);
    }
}
