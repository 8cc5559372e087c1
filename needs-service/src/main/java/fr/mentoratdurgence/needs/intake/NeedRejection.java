package fr.mentoratdurgence.needs.intake;

import fr.mentoratdurgence.platform.domain.RejectionCode;

/** Why a need refuses. */
public enum NeedRejection implements RejectionCode {
    UNKNOWN_NEED(Kind.NOT_FOUND),
    ALREADY_DECLARED(Kind.CONFLICT),
    LINES_OUT_OF_RANGE(Kind.INVALID),
    COUNT_OUT_OF_RANGE(Kind.INVALID),
    TOTAL_OUT_OF_RANGE(Kind.INVALID),
    SUPPORT_MISSING(Kind.INVALID),
    CHANNEL_MISSING(Kind.INVALID),
    SLOT_IMPOSSIBLE(Kind.INVALID),
    UNKNOWN_LINE(Kind.NOT_FOUND),
    TAKEN_BY_ANOTHER(Kind.CONFLICT),
    /** Another référent follows it. */
    NOT_YOURS(Kind.CONFLICT),
    HANDED_TO_THE_SAME(Kind.INVALID),
    RETURN_NOT_LATER(Kind.INVALID),
    CONTACT_IN_THE_FUTURE(Kind.INVALID),
    NO_REFERENT(Kind.CONFLICT),
    NOBODY_REACHED(Kind.CONFLICT),
    STRUCTURE_NOT_VERIFIED(Kind.CONFLICT),
    FAMILY_LINK_MISSING(Kind.CONFLICT),
    ALREADY_QUALIFIED(Kind.CONFLICT),
    NO_PLACE_LEFT(Kind.CONFLICT),
    /** It is too late, somebody has built on it, or it is undone already. */
    NOTHING_TO_UNDO(Kind.CONFLICT),
    /** It stands like that already, or was built on. */
    NOTHING_TO_CORRECT(Kind.CONFLICT),
    NEED_WITHDRAWN(Kind.CONFLICT);

    private final Kind kind;

    NeedRejection(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
