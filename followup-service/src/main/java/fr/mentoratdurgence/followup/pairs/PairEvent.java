package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.contracts.matching.v1.PairTerms;
import fr.mentoratdurgence.contracts.vocabulary.Channel;
import fr.mentoratdurgence.contracts.vocabulary.SupportKind;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that can have happened to a pair (FR: binôme). Stored for ever: add, never edit. */
public sealed interface PairEvent extends DomainEvent {

    /** The pair. */
    String pair();

    @Override
    default String stream() {
        return pair();
    }

    /** A pair begins, under the terms that matching told; the référent watches over it. */
    record PairOpened(String pair, String proposal, PairTerms terms, LocalDate openedOn, Instant firstContactDueAt)
            implements PairEvent {
        /** The same, followed by somebody else. */
        PairOpened followedBy(String account) {
            return new PairOpened(pair, proposal, terms.followedBy(account), openedOn, firstContactDueAt);
        }
    }

    /**
     * Somebody else of the team follows it. {@code until} is the last day on which that is so, null = for good; after it the
     * pair goes back by another of these.
     */
    record PairHandedOver(
            String pair,
            String need,
            String mentor,
            String from,
            String to,
            @Nullable LocalDate until,
            LocalDate handedOverOn)
            implements PairEvent {}

    /**
     * Mentor and young person have spoken; {@code side} says so. {@code session} is the session in which they did, null
     * where the contact was told by itself.
     */
    record FirstContactConfirmed(
            String pair,
            Side side,
            LocalDate contactedOn,
            @Nullable String session) implements PairEvent {}

    /** What had been confirmed as the first contact was none: the session in which it was did not take place that day. */
    record FirstContactWithdrawn(String pair, LocalDate contactedOn) implements PairEvent {}

    /** The deadline passed in silence. Stays true when the contact is confirmed later. */
    record FirstContactOverdue(String pair, Instant dueAt) implements PairEvent {}

    /** A session took place, {@code side} says so; {@code support} is what it was about, as far as that is told. */
    record SessionHeld(
            String pair,
            String session,
            Side side,
            int minutes,
            Channel channel,
            LocalDate heldOn,
            List<SupportKind> support)
            implements PairEvent {}

    /** A planned session did not take place, {@code side} says so; {@code excused} when it was announced. */
    record SessionMissed(String pair, String session, Side side, Side missedBy, boolean excused, LocalDate plannedOn)
            implements PairEvent {}

    /**
     * One more side stands for a session or an absence that is told already: it counts once. {@code minutes} is what
     * this side says of a session, which may differ from what stands; null for an absence.
     */
    record SessionConfirmed(
            String pair,
            String session,
            Side side,
            @Nullable Integer minutes) implements PairEvent {}

    /**
     * A session was otherwise than told, {@code side} says so: what was told by {@code toldBy} is replaced by the second
     * half of this. Who had confirmed it has not confirmed that.
     */
    record SessionCorrected(
            String pair,
            String session,
            Side side,
            Side toldBy,
            AmendmentReason reason,
            int wasMinutes,
            Channel wasChannel,
            LocalDate wasHeldOn,
            List<SupportKind> wasSupport,
            int minutes,
            Channel channel,
            LocalDate heldOn,
            List<SupportKind> support)
            implements PairEvent {}

    /** A session that was told did not take place like this at all; names what is taken back. */
    record SessionCancelled(
            String pair,
            String session,
            Side side,
            AmendmentReason reason,
            int minutes,
            Channel channel,
            LocalDate heldOn,
            List<SupportKind> support)
            implements PairEvent {}

    /** An absence that was told was none; names what is taken back. */
    record AbsenceCancelled(
            String pair,
            String session,
            Side side,
            AmendmentReason reason,
            Side missedBy,
            boolean excused,
            LocalDate plannedOn)
            implements PairEvent {}

    /** The pair pauses from a day until a day, both of them within; {@code side} says so. Its place stays taken. */
    record PairPaused(String pair, Side side, PauseReason reason, LocalDate from, LocalDate until)
            implements PairEvent {}

    /** It goes on from this day, before the pause was over; or the pause was taken back before it began. */
    record PairResumed(String pair, Side side, LocalDate resumedOn) implements PairEvent {}

    /**
     * The pair stopped before its time. Names the place and the mentor, so that both can be matched again, and says what
     * becomes of the place; {@code heldUntil} is there where it is kept.
     */
    record PairInterrupted(
            String pair,
            String need,
            int line,
            int seat,
            String mentor,
            Side side,
            InterruptionReason reason,
            SeatAfterwards afterwards,
            @Nullable LocalDate heldUntil,
            LocalDate interruptedOn)
            implements PairEvent {}

    /** What becomes of a place that was kept after an interruption: another mentor is looked for, or nobody; or kept longer, {@code heldUntil} a later day. */
    record SeatDecided(
            String pair,
            String need,
            int line,
            int seat,
            String mentor,
            SeatAfterwards afterwards,
            @Nullable LocalDate heldUntil,
            LocalDate decidedOn)
            implements PairEvent {}

    /** The day until which a place was kept has come, and nobody has decided what becomes of it. */
    record SeatDecisionDue(String pair, String need, int line, int seat, String mentor, LocalDate heldUntil)
            implements PairEvent {}

    /** What a side says of the pair once it is over (FR: entretien de fin). */
    record ExitInterviewRecorded(String pair, Side side, ExitOutcome outcome, boolean again, LocalDate heldOn)
            implements PairEvent {}

    /** The pair ended. */
    record PairClosed(String pair, String need, int line, int seat, String mentor, boolean planned, LocalDate closedOn)
            implements PairEvent {}

    /** The pair was opened by mistake, and nobody has built on it: it never was. */
    record PairOpeningUndone(String pair, String proposal, String need, int line, int seat, String mentor)
            implements PairEvent {}

    /** The pair was closed or interrupted by mistake, and goes on as before; {@code endedOn} is the day of that end. */
    record PairEndUndone(String pair, String proposal, PairTerms terms, LocalDate endedOn) implements PairEvent {}

    /**
     * The end was otherwise than told: the first half is taken back, the second is true. Side and reason belong to an
     * interruption, {@code planned} to a closure. What becomes of the place is no part of it.
     */
    record PairEndCorrected(
            String pair,
            AmendmentReason amendment,
            @Nullable Side wasSide,
            @Nullable InterruptionReason wasReason,
            @Nullable Boolean wasPlanned,
            LocalDate wasEndedOn,
            @Nullable Side side,
            @Nullable InterruptionReason reason,
            @Nullable Boolean planned,
            LocalDate endedOn)
            implements PairEvent {}

    /** A hand-over was a mistake: {@code to} follows the pair again, until {@code until} where it was lent before. */
    record PairHandOverUndone(
            String pair,
            String need,
            String mentor,
            String from,
            String to,
            @Nullable LocalDate until) implements PairEvent {}

    /** Going on in person with a member association was proposed (FR: poursuite en présentiel). */
    record ContinuationProposed(String pair, String association, LocalDate proposedOn) implements PairEvent {}

    /** All agree to go on with the association; {@code side} gave the last yes. */
    record ContinuationAgreed(String pair, String association, ContinuationSide side, LocalDate agreedOn)
            implements PairEvent {}

    /** It will not go on with the association; {@code side} said no. Another one may be proposed. */
    record ContinuationDeclined(String pair, String association, ContinuationSide side, LocalDate declinedOn)
            implements PairEvent {}
}
