package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.platform.domain.RejectionCode;

/** Broken rules of a matching run. */
public enum RunRejection implements RejectionCode {
    /** Another run is at work. */
    RUN_IN_PROGRESS(Kind.BUSY),
    /** No such run. */
    NO_SUCH_RUN(Kind.NOT_FOUND),
    /** The points of the policy are too large for so many seats. */
    WEIGHTS_TOO_LARGE(Kind.CONFLICT),
    /** Started before. */
    RUN_EXISTS(Kind.CONFLICT);

    private final Kind kind;

    RunRejection(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
