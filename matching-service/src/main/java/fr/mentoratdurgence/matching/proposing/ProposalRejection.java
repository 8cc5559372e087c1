package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.platform.domain.RejectionCode;

/** Broken rules of a proposal. */
public enum ProposalRejection implements RejectionCode {
    /** No such proposal, or not for this person. */
    NO_SUCH_PROPOSAL(Kind.NOT_FOUND),
    /** The mentor answers after the deadline. */
    PROPOSAL_EXPIRED(Kind.CONFLICT),
    /** Declined before (I8). */
    PROPOSAL_DECLINED(Kind.CONFLICT),
    /** Confirmed before (I8); says by whom and when. */
    ALREADY_CONFIRMED(Kind.CONFLICT),
    /** The mentor has not said yes yet. */
    NOT_ACCEPTED_YET(Kind.CONFLICT),
    /** This proposal has no trial, or it is not open. */
    NO_TRIAL(Kind.CONFLICT),
    /** The trial's time is over. */
    TRIAL_OVER(Kind.CONFLICT),
    /** This side has said something else before. */
    ALREADY_SAID(Kind.CONFLICT),
    /** A side has not said how the trial went. */
    TRIAL_NOT_FINISHED(Kind.CONFLICT),
    /** The deadline is not reached, or the mentor has answered. */
    NOT_DUE(Kind.CONFLICT),
    /** It is too late, somebody has built on it, or it is undone already. */
    NOTHING_TO_UNDO(Kind.CONFLICT),
    /** The id is in use. */
    PROPOSAL_EXISTS(Kind.CONFLICT);

    private final Kind kind;

    ProposalRejection(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
