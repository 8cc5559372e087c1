package fr.mentoratdurgence.reporting.history;

import fr.mentoratdurgence.reporting.bilan.Secrecy;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the history holds.
 *
 * @param events number of events
 * @param first record time of the first
 * @param last record time of the last
 * @param unknown events of a type, or a version of a type, that this build does not know; they are kept all the same
 * @param sources events by service
 * @param types events by type
 * @param sealingStopped why complete days are not sealed; null where they are
 */
record HistoryStatus(
        long events,
        @Nullable Instant first,
        @Nullable Instant last,
        long unknown,
        Map<String, Long> sources,
        List<Type> types,
        SealingState.@Nullable Stop sealingStopped) {

    record Type(
            String source,
            String type,
            long events,
            @Nullable Instant first,
            @Nullable Instant last,
            boolean known) {}

    /** For those who may not see exact counts: totals in steps, and of the types those that nobody knows. */
    HistoryStatus forOthers() {
        Map<String, Long> told = new TreeMap<>();
        sources.forEach((source, count) -> told.put(source, Secrecy.told(count)));
        return new HistoryStatus(
                Secrecy.told(events),
                null,
                null,
                unknown,
                told,
                types.stream()
                        .filter(type -> !type.known())
                        .map(type -> new Type(type.source(), type.type(), type.events(), null, null, false))
                        .toList(),
                sealingStopped);
    }

    static HistoryStatus of(List<Type> types, SealingState.@Nullable Stop sealingStopped) {
        Map<String, Long> sources = new TreeMap<>();
        types.forEach(type -> sources.merge(type.source(), type.events(), Long::sum));
        return new HistoryStatus(
                types.stream().mapToLong(Type::events).sum(),
                types.stream()
                        .map(Type::first)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                types.stream()
                        .map(Type::last)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                types.stream()
                        .filter(type -> !type.known())
                        .mapToLong(Type::events)
                        .sum(),
                sources,
                types,
                sealingStopped);
    }
}
