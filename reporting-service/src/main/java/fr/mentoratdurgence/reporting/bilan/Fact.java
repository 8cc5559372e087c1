package fr.mentoratdurgence.reporting.bilan;

import java.time.Instant;
import java.util.Comparator;

/**
 * One public event as the history keeps it.
 *
 * @param id id of the event, the same at each delivery
 * @param recordedAt record time: when its service recorded it, not when it happened
 * @param source the service that told it
 * @param subject its stream
 * @param sequence its place in the stream, from 0
 * @param type its public name, such as {@code needs.need-declared.v1}
 * @param heard what the folds read of its body
 */
public record Fact(
        String id, Instant recordedAt, String source, String subject, long sequence, String type, Heard heard) {

    /** The one order of all replays: it does not depend on how or when a fact was delivered. */
    public static final Comparator<Fact> CANONICAL_ORDER = Comparator.comparing(Fact::recordedAt)
            .thenComparing(Fact::source)
            .thenComparing(Fact::subject)
            .thenComparingLong(Fact::sequence)
            .thenComparing(Fact::id);
}
