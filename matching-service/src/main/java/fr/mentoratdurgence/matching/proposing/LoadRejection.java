package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.platform.domain.RejectionCode;

/** Broken rules of a mentor's load. */
public enum LoadRejection implements RejectionCode {
    /** Not an active mentor (I4). */
    NO_SUCH_MENTOR(Kind.NOT_FOUND),
    /** The mentor left. */
    MENTOR_WITHDREW(Kind.CONFLICT),
    /** There is nothing to release, or no more. */
    MENTOR_NOT_HELD(Kind.CONFLICT),
    /** Nothing stands between the mentor and the structure. */
    STRUCTURE_NOT_EXCLUDED(Kind.CONFLICT),
    /** Pairs and reservations fill the capacity (I3). */
    NO_FREE_CAPACITY(Kind.CONFLICT),
    /** The reservation is gone. */
    CAPACITY_NOT_HELD(Kind.CONFLICT);

    private final Kind kind;

    LoadRejection(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
