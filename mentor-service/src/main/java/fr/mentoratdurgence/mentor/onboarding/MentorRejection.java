package fr.mentoratdurgence.mentor.onboarding;

import fr.mentoratdurgence.platform.domain.RejectionCode;

/** Why something was refused to or about a mentor. */
public enum MentorRejection implements RejectionCode {
    UNKNOWN_MENTOR(Kind.NOT_FOUND),
    NO_MENTOR_FOR_ACCOUNT(Kind.NOT_FOUND),
    ALREADY_APPLIED(Kind.CONFLICT),
    ALREADY_ACTIVE(Kind.CONFLICT),
    APPLICATION_REFUSED(Kind.CONFLICT),
    ALREADY_WITHDRAWN(Kind.CONFLICT),
    DATE_IN_FUTURE(Kind.INVALID),
    ALREADY_SCREENED(Kind.CONFLICT),
    /** Moments for an interview: none, or too many. */
    MOMENTS_OUT_OF_RANGE(Kind.INVALID),
    /** A moment for an interview that is over. */
    MOMENT_PAST(Kind.INVALID),
    /** Something else was offered in the meantime. */
    MOMENT_NOT_OFFERED(Kind.CONFLICT),
    /** Somebody else has taken it. */
    MOMENT_TAKEN(Kind.CONFLICT),
    /** No interview was to be by now. */
    NOBODY_MISSED(Kind.CONFLICT),
    NOT_A_MINOR(Kind.CONFLICT),
    PROOF_EXPIRED(Kind.INVALID),
    CHARTER_NOT_CURRENT(Kind.CONFLICT),
    UNKNOWN_MODULE(Kind.INVALID),
    /** May be a person who was set aside: the team looks first. */
    POSSIBLE_RETURN(Kind.CONFLICT),
    /** The same, as the person concerned reads it. */
    TEAM_FIRST(Kind.CONFLICT),
    NOTHING_TO_REVIEW(Kind.CONFLICT),
    /** Another file bears this name and this address. */
    TWICE_THE_SAME_PERSON(Kind.CONFLICT),
    /** Only a coordinator lets a person come back who was set aside. */
    COORDINATOR_DECIDES(Kind.CONFLICT),
    INTERVIEW_FIRST(Kind.CONFLICT),
    ACCOUNT_ALREADY_OPEN(Kind.CONFLICT),
    NO_ACCOUNT_YET(Kind.CONFLICT),
    NOT_YOURS_TO_ERASE(Kind.FORBIDDEN),
    NOT_YOURS_TO_CORRECT(Kind.FORBIDDEN),
    NOT_YOURS_TO_CALL(Kind.FORBIDDEN),
    NOT_YOURS_TO_LET_IN(Kind.FORBIDDEN),
    ERASES_FROM_OWN_SPACE(Kind.CONFLICT),
    REASON_RESERVED(Kind.INVALID);

    private final Kind kind;

    MentorRejection(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
