package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.platform.domain.RejectionCode;

/** Broken rules of the seats of a need. */
public enum SeatsRejection implements RejectionCode {
    /** Not qualified, or nothing for this person. */
    NO_SUCH_NEED(Kind.NOT_FOUND),
    /** The need has no such line. */
    NO_SUCH_LINE(Kind.NOT_FOUND),
    /** The need was withdrawn. */
    NEED_WITHDRAWN(Kind.CONFLICT),
    /** All seats of the line are reserved or taken (I2). */
    NO_FREE_SEAT(Kind.CONFLICT),
    /** The free seats are kept for a pré-matching. */
    HELD_FOR_PREMATCHING(Kind.CONFLICT),
    /** No free seat that a pré-matching could keep. */
    NO_SEAT_TO_KEEP(Kind.CONFLICT),
    /** No such pré-matching, or not for this person. */
    NO_SUCH_PREMATCHING(Kind.NOT_FOUND),
    /** The pré-matching has ended, or is waiting for another candidate's answer. */
    PREMATCHING_NOT_WAITING(Kind.CONFLICT),
    /** None of the candidates can be asked now. */
    NO_CANDIDATE_AVAILABLE(Kind.CONFLICT),
    /** Nothing stands between the two on this line. */
    PAIRING_NOT_EXCLUDED(Kind.CONFLICT),
    /** The reservation is gone. */
    SEAT_NOT_HELD(Kind.CONFLICT),
    /** More seats are in use than the new count (I2). */
    SEATS_IN_USE(Kind.CONFLICT);

    private final Kind kind;

    SeatsRejection(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
