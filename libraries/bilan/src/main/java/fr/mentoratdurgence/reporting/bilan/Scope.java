package fr.mentoratdurgence.reporting.bilan;

import fr.mentoratdurgence.reporting.ledger.Cut;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a bilan is about.
 *
 * @param asOf facts recorded at this instant or before are counted
 * @param happenedUntil of these, only facts that happened on that day or before; null = whenever
 * @param territory where
 */
public record Scope(Instant asOf, @Nullable LocalDate happenedUntil, Territory territory) {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** Everything, everywhere, until an instant. */
    public static Scope at(Instant asOf) {
        return new Scope(asOf, null, Territory.NATION);
    }

    /** The last instant of a day in Europe/Paris, to the millisecond. */
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(PARIS).toInstant().minusMillis(1);
    }

    /** Whether an instant is the end of a day: published figures are of whole days. */
    public static boolean isEndOfDay(Instant instant) {
        return instant.equals(endOf(LocalDate.ofInstant(instant, PARIS)));
    }

    /** The facts that count. */
    public Cut cut() {
        return new Cut(asOf, happenedUntil);
    }

    /** The day on which whatever still goes on was last seen to go on, as days since 1970. */
    int lastDay() {
        LocalDate day = LocalDate.ofInstant(asOf, PARIS);
        if (happenedUntil != null && happenedUntil.isBefore(day)) {
            day = happenedUntil;
        }
        return Math.toIntExact(day.toEpochDay());
    }
}
