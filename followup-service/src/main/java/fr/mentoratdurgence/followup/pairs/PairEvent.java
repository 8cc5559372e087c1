package fr.mentoratdurgence.followup.pairs;

import fr.mentoratdurgence.contracts.matching.v1.PairTerms;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import java.time.Instant;
import java.time.LocalDate;

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
            implements PairEvent {}

    /** Mentor and young person have spoken; {@code side} says so. */
    record FirstContactConfirmed(String pair, Side side, LocalDate contactedOn) implements PairEvent {}

    /** The deadline passed in silence. Stays true when the contact is confirmed later. */
    record FirstContactOverdue(String pair, Instant dueAt) implements PairEvent {}

    /** A session took place. */
    record SessionHeld(String pair, String session, int minutes, Channel channel, LocalDate heldOn)
            implements PairEvent {}

    /** A planned session did not take place; {@code excused} when it was announced. */
    record SessionMissed(String pair, String session, Side missedBy, boolean excused, LocalDate plannedOn)
            implements PairEvent {}

    /** The pair stopped before its time. Names the place and the mentor, so that both can be matched again. */
    record PairInterrupted(
            String pair,
            String need,
            int line,
            int seat,
            String mentor,
            Side side,
            InterruptionReason reason,
            LocalDate interruptedOn)
            implements PairEvent {}

    /** The pair ended. */
    record PairClosed(String pair, String need, int line, int seat, String mentor, boolean planned, LocalDate closedOn)
            implements PairEvent {}

    /** Going on in person with a member association was proposed (FR: poursuite en présentiel). */
    record ContinuationProposed(String pair, String association, LocalDate proposedOn) implements PairEvent {}

    /** All agree to go on with the association; {@code side} gave the last yes. */
    record ContinuationAgreed(String pair, String association, ContinuationSide side, LocalDate agreedOn)
            implements PairEvent {}

    /** It will not go on with the association; {@code side} said no. Another one may be proposed. */
    record ContinuationDeclined(String pair, String association, ContinuationSide side, LocalDate declinedOn)
            implements PairEvent {}
}
