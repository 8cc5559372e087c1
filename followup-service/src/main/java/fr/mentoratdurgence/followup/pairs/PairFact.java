package fr.mentoratdurgence.followup.pairs;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of a pair's story.
 *
 * @param day        the day it happened, or for an absence the day that was planned
 * @param side       who said it, who was missing, or where an interruption came from
 * @param flag       an absence: whether it was excused; a closure: whether it was planned
 * @param role       role of the person who recorded it
 * @param recordedAt when the operation learnt of it
 */
public record PairFact(
        Kind kind,
        LocalDate day,
        @Nullable Side side,
        @Nullable Integer minutes,
        @Nullable Channel channel,
        @Nullable Boolean flag,
        @Nullable InterruptionReason reason,
        String role,
        Instant recordedAt) {

    /** What happened. */
    public enum Kind {
        /** The pair began. */
        OPENED,
        /** They have spoken. */
        FIRST_CONTACT,
        /** The deadline passed in silence. */
        FIRST_CONTACT_OVERDUE,
        /** A session took place. */
        SESSION_HELD,
        /** A session did not take place. */
        SESSION_MISSED,
        /** The pair stopped before its time. */
        INTERRUPTED,
        /** The pair came to its end. */
        CLOSED
    }
}
