package fr.mentoratdurgence.followup.safeguarding;

import fr.mentoratdurgence.platform.domain.RejectionCode;

/** Why the rules of worries say no. */
enum ConcernRejection implements RejectionCode {
    CONCERN_UNKNOWN(Kind.NOT_FOUND),
    CONCERN_ID_TAKEN(Kind.CONFLICT),
    /** Somebody else has taken it meanwhile: {@code by}. */
    CONCERN_TAKEN(Kind.CONFLICT),
    CONCERN_CLOSED(Kind.CONFLICT),
    CONCERN_OPEN(Kind.CONFLICT),
    CONCERN_WITHOUT_MENTOR(Kind.CONFLICT),
    MENTOR_PROTECTED_ALREADY(Kind.CONFLICT),
    /** Nobody is excluded who was not held first. */
    PROTECT_FIRST(Kind.CONFLICT);

    private final Kind kind;

    ConcernRejection(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
