package fr.mentoratdurgence.reporting.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which facts count, by two clocks: what was recorded until an instant, and, where asked, of that only what happened
 * until a day.
 *
 * @param recordedUntil facts recorded then or before count
 * @param happenedUntil facts that happened on that day or before count (Europe/Paris); null = whenever
 */
public record Cut(Instant recordedUntil, @Nullable LocalDate happenedUntil) {

    /** All that was recorded until an instant. */
    public static Cut at(Instant recordedUntil) {
        return new Cut(recordedUntil, null);
    }

    long micros() {
        return Moments.micros(recordedUntil);
    }

    int day() {
        return happenedUntil == null ? Integer.MAX_VALUE : Math.toIntExact(happenedUntil.toEpochDay());
    }
}
