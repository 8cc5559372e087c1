package fr.mentoratdurgence.matching.whatif;

import fr.mentoratdurgence.platform.domain.RejectionCode;

/** Why nothing can be simulated now. */
public enum WhatIfRejection implements RejectionCode {
    /** Another simulation is at work on this instance. */
    WHAT_IF_IN_PROGRESS(Kind.CONFLICT);

    private final Kind kind;

    WhatIfRejection(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
