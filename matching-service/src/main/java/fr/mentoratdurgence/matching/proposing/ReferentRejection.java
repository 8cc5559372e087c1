package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.platform.domain.RejectionCode;

/** Broken rules of a référent's load. */
public enum ReferentRejection implements RejectionCode {
    /** The référent follows as many pairs as the policy allows (I9). */
    REFERENT_FULL(Kind.CONFLICT);

    private final Kind kind;

    ReferentRejection(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
