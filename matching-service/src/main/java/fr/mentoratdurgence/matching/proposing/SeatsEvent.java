package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.matching.profile.PlaceProfile;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to the seats of one need (FR: places). Stream {@code seats-<uuid of the need>}. */
public sealed interface SeatsEvent extends DomainEvent {

    /** The need whose seats these are. */
    default String need() {
        return StreamIds.needOf(stream());
    }

    /** A line with its seats, 1 to {@code count}. */
    record SeatLine(int line, int count, PlaceProfile profile) {}

    /** The need was qualified: mentors may be looked for. */
    record SeatsOpened(String stream, QualifiedNeed qualified) implements SeatsEvent {}

    /** Why a pairing is out of the question. */
    enum ExclusionReason {
        /** The structure asked for it. */
        STRUCTURE_ASKED,
        /** The mentor asked for it. */
        MENTOR_ASKED,
        /** The two are relatives or too close. */
        TOO_CLOSE,
        /** It would not be safe. */
        SAFEGUARDING,
        /** Something else. */
        OTHER;

        /** Whether it protects somebody: then it holds for the whole structure, whatever was chosen. */
        public boolean protects() {
            return this == TOO_CLOSE || this == SAFEGUARDING;
        }
    }

    /** Why a coordinator lets two be proposed to each other again. */
    enum LiftReason {
        /** What stood between them was looked into, and nothing is left of it. */
        CLEARED,
        /** It was recorded by mistake. */
        RECORDED_BY_MISTAKE,
        /** Both sides want it now. */
        BOTH_AGREE,
        /** Something else. */
        OTHER
    }

    /** How a pré-matching came to its end. */
    enum PreMatchingEnd {
        /** One of the candidates became the mentor. */
        SERVED,
        /** No candidate is left: the seat goes back to the runs. */
        EXHAUSTED,
        /** Whoever asked took it back, or the need was withdrawn. */
        WITHDRAWN
    }

    /**
     * @param by          pseudonymous account of who did it
     * @param prematching the pré-matching whose seat this is; null = an ordinary one
     */
    record SeatReserved(
            String stream,
            int line,
            int seat,
            String mentor,
            String proposal,
            String by,
            Instant reservedAt,
            @Nullable String prematching)
            implements SeatsEvent {

        /** An ordinary reservation. */
        public SeatReserved(
                String stream, int line, int seat, String mentor, String proposal, String by, Instant reservedAt) {
            this(stream, line, seat, mentor, proposal, by, reservedAt, null);
        }
    }

    /** The reservation became a pair. */
    record SeatTaken(String stream, int line, int seat, String proposal, String pair) implements SeatsEvent {}

    /** The seat is free again, with the seniority of its need. */
    record SeatReleased(String stream, int line, int seat, String proposal) implements SeatsEvent {}

    /**
     * This mentor is not proposed for this line again.
     *
     * @param reason why somebody excluded it; null = declined or interrupted
     * @param by     pseudonymous account of who excluded it; null = declined or interrupted
     */
    record PairingExcluded(
            String stream,
            int line,
            String mentor,
            @Nullable ExclusionReason reason,
            @Nullable String by) implements SeatsEvent {

        /** After a refusal or an interruption. */
        public PairingExcluded(String stream, int line, String mentor) {
            this(stream, line, mentor, null, null);
        }
    }

    /**
     * A coordinator lets the mentor be proposed for this line again (FR: exclusion levée).
     *
     * @param by pseudonymous account of the coordinator
     */
    record ExclusionLifted(String stream, int line, String mentor, LiftReason reason, String by)
            implements SeatsEvent {}

    /**
     * The pair on a seat was interrupted: another mentor is looked for.
     *
     * @param waitingSince where the wait of the seat began, long before the interruption (I13)
     */
    record ReplacementQueued(String stream, int line, int seat, String pair, LocalDate waitingSince)
            implements SeatsEvent {}

    /**
     * One seat of a line is kept for named mentors, who are asked one after the other.
     *
     * @param candidates mentors in the order in which they are asked
     * @param by         pseudonymous account of who asked, for the structure
     */
    record PreMatchingAsked(
            String stream, String prematching, int line, List<String> candidates, String by, Instant askedAt)
            implements SeatsEvent {}

    /** The seat is no longer kept. */
    record PreMatchingEnded(String stream, String prematching, int line, PreMatchingEnd end) implements SeatsEvent {}

    /**
     * The number of seats of a line changed.
     *
     * @param askedCount what the need asks for now; below {@code toCount} while more seats are in use
     */
    record LineCountRevised(String stream, int line, int fromCount, int toCount, int askedCount)
            implements SeatsEvent {}

    /**
     * Somebody else of the team follows the need.
     *
     * @param referent pseudonymous account of who does; null = nobody at the moment
     */
    record NeedPassedOn(String stream, @Nullable String referent) implements SeatsEvent {}

    /**
     * The need was withdrawn: nothing new is proposed.
     *
     * @param ended proposals that ended with it
     */
    record SeatsClosed(String stream, List<String> ended) implements SeatsEvent {
        /** None was open. */
        public SeatsClosed(String stream) {
            this(stream, List.of());
        }
    }

    /** The need was withdrawn by mistake: it stands again. */
    record SeatsReopened(String stream) implements SeatsEvent {}

    /** The match was confirmed by mistake: the seat is reserved for the proposal, and no pair's. */
    record SeatGivenBack(String stream, int line, int seat, String proposal, String pair) implements SeatsEvent {}
}
