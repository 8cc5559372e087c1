package fr.mentoratdurgence.platform;

import fr.mentoratdurgence.sealing.SetHash;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Facts counted and hashed by day of record (UTC), so that two who keep the same facts can find out whether they do
 * without showing them: who and what they are about is in the hash alone.
 */
public final class FactTally {
    private final Map<LocalDate, SetHash> days = new TreeMap<>();

    /**
     * The facts of one day.
     *
     * @param hash of all of them, whatever their order
     */
    public record Day(LocalDate day, long facts, String hash) {}

    /** One more fact. */
    public void add(String id, String subject, long sequence, Instant recordedAt) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, recordedAt);
        days.merge(
                LocalDate.ofInstant(recordedAt, ZoneOffset.UTC),
                SetHash.EMPTY.plus(id + '\n' + subject + '\n' + sequence + '\n' + micros),
                SetHash::plus);
    }

    /** What was added, the earliest day first. */
    public List<Day> days() {
        return days.entrySet().stream()
                .map(day -> new Day(
                        day.getKey(), day.getValue().count(), day.getValue().hex()))
                .toList();
    }
}
