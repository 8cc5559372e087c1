package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.contracts.MemberAssociations;
import fr.mentoratdurgence.contracts.vocabulary.Channel;
import fr.mentoratdurgence.contracts.vocabulary.SupportKind;
import fr.mentoratdurgence.platform.Code;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a pair's story.
 *
 * @param id         of the event that told it; names it where it is taken back
 * @param day        the day it happened, or for an absence the day that was planned
 * @param side       who said it, who was missing, or where an interruption came from
 * @param flag       an absence: whether it was excused; a closure: whether it was planned
 * @param reason     an interruption: why; null for mentor and structure, as the side is
 * @param association a continuation: the member association
 * @param answeredBy a continuation: who said yes or no
 * @param afterwards an interruption: what becomes of the place; an exit interview: how it was; a hand-over: the account
 *                   of who follows it; null for mentor and structure
 * @param role       role of the person who recorded it
 * @param recordedAt when the operation learnt of it
 */
public record PairFact(
        String id,
        Code<Kind> kind,
        LocalDate day,
        @Nullable Side side,
        @Nullable Integer minutes,
        @Nullable Channel channel,
        @Nullable Boolean flag,
        @Nullable InterruptionReason reason,
        @Nullable String association,
        @Nullable ContinuationSide answeredBy,
        @Nullable String afterwards,
        String role,
        Instant recordedAt,
        @Nullable OfSession session) {

    /**
     * What only a session or an absence has.
     *
     * @param id          of the session
     * @param by          who told it; for a correction, who corrected
     * @param confirmedBy who else stands for it
     * @param support     what it was about
     * @param corrected   whether it stands otherwise than first told
     * @param gone        taken back: it counts no more
     * @param amendment   a correction or a taking back: why
     */
    public record OfSession(
            String id,
            @Nullable Side by,
            List<Side> confirmedBy,
            List<SupportKind> support,
            boolean corrected,
            boolean gone,
            @Nullable AmendmentReason amendment) {}

    /** Begins a line; what else is to be said of it follows. */
    static Draft of(Kind kind, LocalDate day, String role, Instant recordedAt) {
        return new Draft(kind, day, role, recordedAt);
    }

    /** The same for mentor and structure: why a pair stopped, what follows and what others say of it is the team's. */
    PairFact withoutReason() {
        return kind.is(Kind.INTERRUPTED)
                        || kind.is(Kind.END_CORRECTED)
                        || kind.is(Kind.EXIT_INTERVIEW)
                        || kind.is(Kind.SEAT_DECIDED)
                        || kind.is(Kind.HANDED_OVER)
                ? new PairFact(
                        id,
                        kind,
                        day,
                        null,
                        minutes,
                        channel,
                        flag,
                        null,
                        association,
                        answeredBy,
                        null,
                        role,
                        recordedAt,
                        session)
                : this;
    }

    /** Whether this is the line of that session or absence as it stands. */
    boolean isSession(String id) {
        return session != null
                && session.id().equals(id)
                && !session.gone()
                && (kind.is(Kind.SESSION_HELD) || kind.is(Kind.SESSION_MISSED));
    }

    /** Whether this side told it and stands alone for it, as first told. */
    boolean isToldBy(Side side) {
        return session != null
                && isSession(session.id())
                && session.by() == side
                && session.confirmedBy().isEmpty()
                && !session.corrected();
    }

    /** Whether this side told it, and it counts no more. */
    boolean isTakenBackOf(Side side) {
        return session != null
                && session.gone()
                && session.by() == side
                && (kind.is(Kind.SESSION_HELD) || kind.is(Kind.SESSION_MISSED));
    }

    /** Whether it is a session or an absence that this side may mend: whoever told it, or the team. */
    public boolean mayBeMendedBy(Side by) {
        return session != null && isSession(session.id()) && (by == Side.OPERATION || by == session.by());
    }

    /** The name of the member association. */
    public @Nullable String associationLabel() {
        return association == null ? null : MemberAssociations.labelOf(association);
    }

    /** A line that is being written. */
    static final class Draft {
        private final Kind kind;
        private final LocalDate day;
        private final String role;
        private final Instant recordedAt;
        private @Nullable Side side;
        private @Nullable Integer minutes;
        private @Nullable Channel channel;
        private @Nullable Boolean flag;
        private @Nullable InterruptionReason reason;
        private @Nullable String association;
        private @Nullable ContinuationSide answeredBy;
        private @Nullable String afterwards;
        private @Nullable OfSession session;

        private Draft(Kind kind, LocalDate day, String role, Instant recordedAt) {
            this.kind = kind;
            this.day = day;
            this.role = role;
            this.recordedAt = recordedAt;
        }

        Draft by(Side who) {
            side = who;
            return this;
        }

        Draft lasting(int time, Channel how) {
            minutes = time;
            channel = how;
            return this;
        }

        /** @param yes an absence: whether it was excused; a closure: whether it was planned */
        Draft flagged(boolean yes) {
            flag = yes;
            return this;
        }

        Draft because(InterruptionReason why) {
            reason = why;
            return this;
        }

        /** An end as it was told: of an interruption side and reason, of a closure whether it was planned. */
        Draft ended(@Nullable Side who, @Nullable InterruptionReason why, @Nullable Boolean planned) {
            side = who;
            reason = why;
            flag = planned;
            return this;
        }

        Draft of(OfSession one) {
            session = one;
            return this;
        }

        /** @param code what becomes of the place, or how it was */
        Draft then(Enum<?> code) {
            afterwards = code.name();
            return this;
        }

        /** @param account who follows it from now on */
        Draft to(String account) {
            afterwards = account;
            return this;
        }

        /** @param who said yes or no; null where it was proposed */
        Draft with(String member, @Nullable ContinuationSide who) {
            association = member;
            answeredBy = who;
            return this;
        }

        /** Tells it from the others of its kind. */
        String mark() {
            return kind.name() + " " + recordedAt;
        }

        /** @param event id of the event that tells it */
        PairFact written(String event) {
            return new PairFact(
                    event,
                    Code.of(Kind.class, kind.name()),
                    day,
                    side,
                    minutes,
                    channel,
                    flag,
                    reason,
                    association,
                    answeredBy,
                    afterwards,
                    role,
                    recordedAt,
                    session);
        }
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
        /** What was told of a session was mended; the line has what it was before. */
        SESSION_CORRECTED,
        /** What was told of a session or an absence was taken back. */
        SESSION_CANCELLED,
        /** The pair pauses from this day. */
        PAUSED,
        /** It goes on. */
        RESUMED,
        /** The pair stopped before its time. */
        INTERRUPTED,
        /** The pair came to its end. */
        CLOSED,
        /** What was told of its end was mended; the line has what it was before. */
        END_CORRECTED,
        /** The day until which a place was kept has come. */
        SEAT_DUE,
        /** Somebody else of the team follows it. */
        HANDED_OVER,
        /** What becomes of a place that was kept. */
        SEAT_DECIDED,
        /** What a side says of the pair afterwards. */
        EXIT_INTERVIEW,
        /** Going on in person with a member association was proposed. */
        CONTINUATION_PROPOSED,
        /** All agree to it. */
        CONTINUATION_AGREED,
        /** Somebody said no. */
        CONTINUATION_DECLINED
    }
}
