package fr.mentoratdurgence.followup.planning;

import fr.mentoratdurgence.platform.domain.RejectionCode;

/** Why nothing is planned. */
enum PlanRejection implements RejectionCode {
    PLAN_OF_NO_PAIR(Kind.NOT_FOUND),
    PLAN_OF_AN_ENDED_PAIR(Kind.CONFLICT),
    PLAN_NOT_AHEAD(Kind.INVALID),
    PLAN_TOO_FAR(Kind.INVALID),
    PLAN_TIME_UNKNOWN(Kind.INVALID),
    PLAN_LENGTH(Kind.INVALID),
    NOTHING_PLANNED(Kind.CONFLICT);

    private final Kind kind;

    PlanRejection(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
