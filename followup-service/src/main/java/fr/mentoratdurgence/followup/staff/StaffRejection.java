package fr.mentoratdurgence.followup.staff;

import fr.mentoratdurgence.platform.domain.RejectionCode;

/** Why the rules of the team say no. */
enum StaffRejection implements RejectionCode {
    STAFF_UNKNOWN(Kind.NOT_FOUND),
    STAFF_KNOWN(Kind.CONFLICT),
    STAFF_GONE(Kind.CONFLICT),
    /** The operator invites one coordinator, who invites all others. */
    FIRST_COORDINATOR_INVITED(Kind.CONFLICT),
    /** Whoever invited cannot be the second person. */
    ANOTHER_CONFIRMS(Kind.CONFLICT),
    CONFIRMED_ALREADY(Kind.CONFLICT),
    CONFIRM_FIRST(Kind.CONFLICT),
    STAFF_HAS_ACCOUNT(Kind.CONFLICT),
    STAFF_HAS_NO_ACCOUNT(Kind.CONFLICT),
    /** The login server gives this login no role of the team, or several. */
    LOGIN_WITHOUT_ROLE(Kind.CONFLICT),
    /** Whoever asked for a change cannot be the second person. */
    ANOTHER_AGREES(Kind.CONFLICT),
    NO_CHANGE_ASKED(Kind.CONFLICT),
    /** The address of who can read everything is changed by that person alone. */
    ADDRESS_BY_ONESELF(Kind.CONFLICT),
    NOT_ONESELF(Kind.CONFLICT);

    private final Kind kind;

    StaffRejection(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
