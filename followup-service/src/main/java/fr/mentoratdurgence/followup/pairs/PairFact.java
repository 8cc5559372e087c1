package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.contracts.MemberAssociations;
import fr.mentoratdurgence.platform.Code;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of a pair's story.
 *
 * @param day        the day it happened, or for an absence the day that was planned
 * @param side       who said it, who was missing, or where an interruption came from
 * @param flag       an absence: whether it was excused; a closure: whether it was planned
 * @param reason     an interruption: why; null for mentor and structure, as the side is
 * @param association a continuation: the member association
 * @param answeredBy a continuation: who said yes or no
 * @param role       role of the person who recorded it
 * @param recordedAt when the operation learnt of it
 */
public record PairFact(
        Code<Kind> kind,
        LocalDate day,
        @Nullable Side side,
        @Nullable Integer minutes,
        @Nullable Channel channel,
        @Nullable Boolean flag,
        @Nullable InterruptionReason reason,
        @Nullable String association,
        @Nullable ContinuationSide answeredBy,
        String role,
        Instant recordedAt) {

    /** A fact of which nothing else is to be said. */
    static PairFact of(Kind kind, LocalDate day, String role, Instant recordedAt) {
        return new PairFact(
                Code.of(Kind.class, kind.name()), day, null, null, null, null, null, null, null, role, recordedAt);
    }

    PairFact by(Side who) {
        return new PairFact(kind, day, who, minutes, channel, flag, reason, association, answeredBy, role, recordedAt);
    }

    PairFact lasting(int time, Channel how) {
        return new PairFact(kind, day, side, time, how, flag, reason, association, answeredBy, role, recordedAt);
    }

    /** @param yes an absence: whether it was excused; a closure: whether it was planned */
    PairFact flagged(boolean yes) {
        return new PairFact(kind, day, side, minutes, channel, yes, reason, association, answeredBy, role, recordedAt);
    }

    PairFact because(InterruptionReason why) {
        return new PairFact(kind, day, side, minutes, channel, flag, why, association, answeredBy, role, recordedAt);
    }

    /** @param who said yes or no; null where it was proposed */
    PairFact with(String member, @Nullable ContinuationSide who) {
        return new PairFact(kind, day, side, minutes, channel, flag, reason, member, who, role, recordedAt);
    }

    /** The same for mentor and structure: an interruption without its reason and its side. */
    PairFact withoutReason() {
        return kind.is(Kind.INTERRUPTED)
                ? new PairFact(kind, day, null, minutes, channel, flag, null, association, answeredBy, role, recordedAt)
                : this;
    }

    /** The name of the member association. */
    public @Nullable String associationLabel() {
        return association == null ? null : MemberAssociations.labelOf(association);
    }

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
        CLOSED,
        /** Going on in person with a member association was proposed. */
        CONTINUATION_PROPOSED,
        /** All agree to it. */
        CONTINUATION_AGREED,
        /** Somebody said no. */
        CONTINUATION_DECLINED
    }
}
