package fr.mentoratdurgence.reporting.ledger;

import java.time.LocalDate;
import java.time.ZoneId;

/** The day in Paris of an instant, as days since 1970. Facts of one day come together, so the last answer is kept. */
public final class ParisDays {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private long from;
    private long until;
    private int day;

    /** The day of an instant that {@link Moments} counted. */
    public int of(long micros) {
        if (micros < from || micros >= until) {
            LocalDate date = LocalDate.ofInstant(Moments.instant(micros), PARIS);
            day = Math.toIntExact(date.toEpochDay());
            from = Moments.micros(date.atStartOfDay(PARIS).toInstant());
            until = Moments.micros(date.plusDays(1).atStartOfDay(PARIS).toInstant());
        }
        return day;
    }

    /** The day of a second in a column. */
    public int ofSecond(int second) {
        return of(Moments.microsOfSecond(second));
    }
}
