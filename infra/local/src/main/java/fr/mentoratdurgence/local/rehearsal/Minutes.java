package fr.mentoratdurgence.local.rehearsal;

import fr.mentoratdurgence.local.load.Figures;
import fr.mentoratdurgence.local.rehearsal.Season.Coming;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** What came of a rehearsal, minute by minute; what was asked while a part was down is told apart. */
final class Minutes {
    /** Slower than this and people notice. */
    static final double WANTED_MILLIS = 250;

    private record Place(long minute, Coming who) {}

    private final long begun;
    private final Map<Place, Figures> usual = new ConcurrentHashMap<>();
    private final ConcurrentSkipListMap<Long, Figures> whileDown = new ConcurrentSkipListMap<>();

    Minutes(long begun) {
        this.begun = begun;
    }

    Figures of(Coming who, long due, boolean down) {
        long minute = TimeUnit.NANOSECONDS.toMinutes(due - begun);
        return down
                ? whileDown.computeIfAbsent(minute, _ -> new Figures())
                : usual.computeIfAbsent(new Place(minute, who), _ -> new Figures());
    }

    /** All that was asked while all parts were up. */
    Figures total() {
        Figures total = new Figures();
        usual.values().forEach(total::add);
        return total;
    }

    /** What was asked while one was not. */
    Figures whileDown() {
        Figures total = new Figures();
        whileDown.values().forEach(total::add);
        return total;
    }

    private Figures minute(long minute) {
        Figures all = new Figures();
        usual.forEach((place, figures) -> {
            if (place.minute() == minute) {
                all.add(figures);
            }
        });
        return all;
    }

    private long last() {
        return usual.keySet().stream().mapToLong(Place::minute).max().orElse(-1);
    }

    void print(PrintStream out) {
        out.println(
                "| minute | a second | p50 ms | p95 ms | p99 ms | failed | while a part was down: answered | failed |");
        out.println("|---|---|---|---|---|---|---|---|");
        for (long minute = 0; minute <= last(); minute++) {
            Figures all = minute(minute);
            Figures down = whileDown.getOrDefault(minute, new Figures());
            out.printf(
                    Locale.ROOT,
                    "| %d | %.1f | %s | %s | %d | %s |%n",
                    minute,
                    (all.answered() + down.answered()) / 60.0,
                    all.cells(),
                    told(all),
                    down.answered(),
                    told(down));
        }
        out.println();
        out.println("| who | answered | p50 ms | p95 ms | p99 ms | failed |");
        out.println("|---|---|---|---|---|---|");
        Map<Coming, Figures> byWho = new EnumMap<>(Coming.class);
        usual.forEach((place, figures) ->
                byWho.computeIfAbsent(place.who(), _ -> new Figures()).add(figures));
        byWho.forEach((who, figures) -> out.printf(
                Locale.ROOT,
                "| %s | %d | %s | %s |%n",
                who.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                figures.answered(),
                figures.cells(),
                told(figures)));
        out.println();
    }

    private static String told(Figures figures) {
        return figures.failures().isEmpty()
                ? "0"
                : figures.failures().entrySet().stream()
                        .map(one -> one.getKey() + " × " + one.getValue())
                        .collect(Collectors.joining(", "));
    }
}
