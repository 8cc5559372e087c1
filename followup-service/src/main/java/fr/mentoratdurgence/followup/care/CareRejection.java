package fr.mentoratdurgence.followup.care;

import fr.mentoratdurgence.platform.domain.RejectionCode;

/** Why the rules refuse something that is asked about a pair. */
enum CareRejection implements RejectionCode {
    PAIR_NOT_KNOWN(Kind.NOT_FOUND),
    PAIR_IS_OVER(Kind.CONFLICT),
    INTRODUCTION_ALREADY_CONFIRMED(Kind.CONFLICT),
    NO_CHECK_IN_ASKED(Kind.CONFLICT),
    CHECK_IN_ALREADY_ANSWERED(Kind.CONFLICT),
    NO_ANSWER_TO_CORRECT(Kind.CONFLICT),
    HEALTH_OUT_OF_RANGE(Kind.INVALID),
    /** It is too late, something was built on it, or it is undone already. */
    NO_LONGER_UNDONE(Kind.CONFLICT),
    /** The team says for which side it notes what is asked for. */
    HELP_FOR_WHOM(Kind.INVALID),
    HELP_ALREADY_ASKED(Kind.CONFLICT),
    NO_SUCH_ALERT(Kind.CONFLICT),
    SNOOZE_OUT_OF_RANGE(Kind.INVALID),
    OUTCOME_NOT_TO_CHOOSE(Kind.INVALID),
    DAY_IN_FUTURE(Kind.INVALID),
    DAY_BEFORE_OPENING(Kind.INVALID),
    ALREADY_ON_PROBATION(Kind.CONFLICT),
    NOT_ON_PROBATION(Kind.CONFLICT),
    /** A reason that has nothing to do with a mentor who leaves. */
    NO_REASON_TO_LEAVE(Kind.INVALID);

    private final Kind kind;

    CareRejection(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
