package fr.mentoratdurgence.followup.safeguarding;

import fr.mentoratdurgence.followup.pairs.Side;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** All that can have happened to a worry. Stored for ever: add, never edit. What was typed is not among it. */
public sealed interface ConcernEvent extends DomainEvent {

    /** {@code concern-<uuid>}. */
    String concern();

    @Override
    default String stream() {
        return concern();
    }

    /**
     * Somebody is worried.
     *
     * @param side        who is, {@code YOUTH} for the young person or the family
     * @param byTelephone somebody of the team wrote it down for who called
     * @param answerBy    when it escalates where nobody has taken it
     */
    record ConcernRaised(
            String concern,
            Worry worry,
            Concerned about,
            Side side,
            boolean byTelephone,
            Instant raisedAt,
            Instant answerBy)
            implements ConcernEvent {}

    /**
     * Somebody of the team answers for it from now on.
     *
     * @param by pseudonymous account
     */
    record ConcernAcknowledged(String concern, String by, Instant acknowledgedAt) implements ConcernEvent {}

    /**
     * Nobody took it in time.
     *
     * @param level    1 = the first time since it was raised or opened again
     * @param dueAt    when it was due
     * @param answerBy when it escalates further
     */
    record ConcernEscalated(String concern, int level, Instant dueAt, Instant answerBy) implements ConcernEvent {}

    /** Something was done about it. */
    record ConcernStepTaken(String concern, ConcernStep step, LocalDate takenOn) implements ConcernEvent {}

    /**
     * The mentor is held to protect young people (FR: mise en protection).
     *
     * @param pair the pair that ended with it; nothing = none was running
     */
    record MentorProtected(
            String concern, String mentor, @Nullable String pair, LocalDate protectedOn) implements ConcernEvent {}

    /**
     * It is settled.
     *
     * @param keepUntil last day on which what was typed is kept
     */
    record ConcernClosed(String concern, ConcernClosure reason, LocalDate closedOn, LocalDate keepUntil)
            implements ConcernEvent {}

    /** It is looked at again, and the clock runs again. */
    record ConcernReopened(String concern, ConcernReopening reason, LocalDate reopenedOn, Instant answerBy)
            implements ConcernEvent {}

    /** What was typed is no longer kept; that somebody was worried stays. */
    record ConcernTextErased(String concern, TextErasure reason, LocalDate erasedOn) implements ConcernEvent {}
}
