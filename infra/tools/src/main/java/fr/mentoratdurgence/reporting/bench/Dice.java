package fr.mentoratdurgence.reporting.bench;

import fr.mentoratdurgence.reporting.ledger.Moments;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SplittableRandom;
import java.util.UUID;

/** What chance decides in a season, from its seed; and the calendar that goes with it. */
final class Dice {
    static final long HOUR = Duration.ofHours(1).toNanos() / 1_000;
    static final long DAY = 24 * HOUR;

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    final SplittableRandom random;
    private long dayEnds = Long.MIN_VALUE;
    private String dayText = "";

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    String one(String[] of) {
        return of[random.nextInt(of.length)];
    }

    String uuid() {
        long high = (random.nextLong() & 0xFFFFFFFFFFFF0FFFL) | 0x4000L;
        long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    String departement() {
        int number = 1 + random.nextInt(95);
        return number == 20 ? "2A" : number < 10 ? "0" + number : String.valueOf(number);
    }

    /** The day of Paris; asked for in order, most answers are the one before. */
    String day(long micros) {
        if (micros >= dayEnds || micros < dayEnds - DAY) {
            LocalDate date = LocalDate.ofInstant(Moments.instant(micros), PARIS);
            dayText = date.toString();
            dayEnds = Moments.micros(date.plusDays(1).atStartOfDay(PARIS).toInstant());
        }
        return dayText;
    }
}
