package fr.mentoratdurgence.followup.care;

import fr.mentoratdurgence.followup.pairs.Alarm;
import fr.mentoratdurgence.followup.pairs.AmendmentReason;
import fr.mentoratdurgence.followup.pairs.BesidePair;
import fr.mentoratdurgence.followup.pairs.Side;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that can happen to a pair beside its sessions. A stream of its own ({@code care-<uuid of the pair>}): how a pair is
 * watched over neither waits for who tells a session nor keeps them waiting. Stored for ever: add, never edit.
 */
public sealed interface CareEvent extends BesidePair {
    @Override
    default String stream() {
        return streamOf(pair());
    }

    /** The stream beside that of a pair. */
    static String streamOf(String pair) {
        return BesidePair.streamOf("care", pair);
    }

    /** The mentor was introduced to the young person; {@code side} says so. */
    record IntroductionConfirmed(String pair, Side side, LocalDate introducedOn) implements CareEvent {}

    /**
     * Still nobody has said that the two spoke to each other.
     *
     * @param dueAt  by when somebody should have
     * @param policy version of the rules of follow-up
     */
    record FirstContactChased(String pair, ContactChase step, Instant dueAt, int policy) implements CareEvent {}

    /**
     * A side is asked how it goes.
     *
     * @param number   which time it is, from 1
     * @param need     whose contact speaks for the structure
     * @param mentor   the mentor of the pair
     * @param dueOn    the day on which it is asked by the rules
     * @param answerBy the last day on which an answer is in time
     */
    record CheckInScheduled(
            String pair,
            int number,
            CheckInSide side,
            String need,
            String mentor,
            LocalDate dueOn,
            LocalDate answerBy,
            int policy)
            implements CareEvent {}

    /**
     * A side said how it goes.
     *
     * @param health from 1, badly, to 5, very well
     */
    record CheckInCompleted(
            String pair,
            int number,
            CheckInSide side,
            int health,
            List<CheckInTheme> themes,
            Via via,
            LocalDate answeredOn)
            implements CareEvent {}

    /** A side did not say in time how it goes. Stays true when the answer comes later. */
    record CheckInOverdue(String pair, int number, CheckInSide side, LocalDate answerBy) implements CareEvent {}

    /** What becomes of an alert; its kind is why somebody looks at the pair, or need not any more. */
    sealed interface EngagementAlert extends CareEvent, Alarm {
        /** Which alert. */
        AlertKind kind();

        @Override
        default String cause() {
            return kind().name();
        }
    }

    /**
     * Somebody should look.
     *
     * @param measure  how much of it: sessions missed in a row, days of silence, minutes in three weeks, what was answered
     * @param since    the day to which that refers
     * @param raisedOn the day on which it was noticed by the rules
     */
    record EngagementAlertRaised(
            String pair, AlertKind kind, int measure, LocalDate since, LocalDate raisedOn, int policy)
            implements EngagementAlert {
        @Override
        public LocalDate from() {
            return raisedOn;
        }
    }

    /** Put off until a day. */
    record EngagementAlertSnoozed(String pair, AlertKind kind, LocalDate until) implements EngagementAlert {
        @Override
        public LocalDate from() {
            return until;
        }
    }

    /** Settled, with what was done. */
    record EngagementAlertResolved(String pair, AlertKind kind, AlertOutcome outcome, LocalDate resolvedOn)
            implements EngagementAlert {
        @Override
        public @Nullable LocalDate from() {
            return null;
        }
    }

    /** It was settled or put off by mistake, or with an end that was one: it stands as it was raised. */
    record EngagementAlertReopened(String pair, AlertKind kind, LocalDate since, LocalDate raisedOn)
            implements EngagementAlert {
        @Override
        public LocalDate from() {
            return raisedOn;
        }
    }

    /**
     * What a side said of how it goes is taken back: it is asked as before; or it was otherwise, and is told anew by what
     * follows.
     */
    record CheckInUndone(String pair, int number, CheckInSide side, AmendmentReason reason) implements CareEvent {}

    /** Somebody of the team called about the pair. */
    record CallLogged(String pair, CallPartner partner, CallReason reason, boolean reached, LocalDate calledOn)
            implements CareEvent {}

    /** The team went one step further with the mentor. */
    record InterventionStepTaken(String pair, String mentor, InterventionStep step, LocalDate takenOn)
            implements CareEvent {}
}
