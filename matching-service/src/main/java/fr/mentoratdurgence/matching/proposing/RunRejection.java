package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.platform.domain.RejectionCode;

/** Broken rules of a matching run. */
public enum RunRejection implements RejectionCode {
    /** Another run is at work. */
    RUN_IN_PROGRESS(Kind.CONFLICT),
    /** No such run. */
    NO_SUCH_RUN(Kind.NOT_FOUND),
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
