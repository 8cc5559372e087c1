package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.platform.domain.RejectionCode;

/** Broken rules of the versions of the policy. */
public enum PolicyRejection implements RejectionCode {
    /** This version was never published. */
    NO_SUCH_POLICY(Kind.NOT_FOUND),
    /** Somebody else has activated another version in the meantime; says who and when. */
    POLICY_CHANGED(Kind.CONFLICT),
    /** A rule that protects a young person cannot be left out. */
    PROTECTIVE_RULE_MISSING(Kind.INVALID);

    private final Kind kind;

    PolicyRejection(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
