package fr.mentoratdurgence.platform.jobs;

import fr.mentoratdurgence.platform.domain.RejectionCode;

/** Why a job is not shown, not taken or has no answer. */
public enum JobRejection implements RejectionCode {
    /** There is none of this name, or not for this person, or it was forgotten after its time. */
    NO_SUCH_JOB(Kind.NOT_FOUND),
    /** This person has asked for as many as one may have open. */
    TOO_MANY_JOBS(Kind.CONFLICT),
    /** It has no answer yet. */
    JOB_NOT_ENDED(Kind.CONFLICT),
    /** It has ended without an answer, because somebody stopped it. */
    JOB_CANCELLED(Kind.CONFLICT),
    /** It broke, time after time. */
    JOB_FAILED(Kind.CONFLICT);

    private final Kind kind;

    JobRejection(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
