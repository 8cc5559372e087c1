package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.matching.profile.PlaceProfile;
import fr.mentoratdurgence.matching.profile.PriorityAudience;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What happens to the seats of one need (FR: places). Stream {@code seats-<uuid of the need>}. */
public sealed interface SeatsEvent extends DomainEvent {

    /** The need whose seats these are. */
    default String need() {
        return Streams.needOf(stream());
    }

    /** A line with its seats, 1 to {@code count}. */
    record SeatLine(int line, int count, PlaceProfile profile) {}

    /**
     * The need was qualified: mentors may be looked for.
     *
     * @param referent   pseudonymous account of who qualified it
     * @param declaredOn the wait counts from here, also for a replacement
     */
    record SeatsOpened(
            String stream,
            String structure,
            String referent,
            String departement,
            String academie,
            PriorityAudience priorityAudience,
            List<SeatLine> lines,
            LocalDate declaredOn)
            implements SeatsEvent {}

    /** @param by pseudonymous account of who did it */
    record SeatReserved(
            String stream, int line, int seat, String mentor, String proposal, String by, Instant reservedAt)
            implements SeatsEvent {}

    /** The reservation became a pair. */
    record SeatTaken(String stream, int line, int seat, String proposal, String pair) implements SeatsEvent {}

    /** The seat is free again, with the seniority of its need. */
    record SeatReleased(String stream, int line, int seat, String proposal) implements SeatsEvent {}

    /** Declined or interrupted: this mentor is not proposed for this line again. */
    record PairingExcluded(String stream, int line, String mentor) implements SeatsEvent {}

    /**
     * The number of seats of a line changed.
     *
     * @param askedCount what the need asks for now; below {@code toCount} while more seats are in use
     */
    record LineCountRevised(String stream, int line, int fromCount, int toCount, int askedCount)
            implements SeatsEvent {}

    /** The need was withdrawn: nothing new is proposed. */
    record SeatsClosed(String stream) implements SeatsEvent {}
}
