package fr.mentoratdurgence.followup.resources;

import fr.mentoratdurgence.platform.domain.RejectionCode;

/** Why the rules of sharing say no. */
enum PackRejection implements RejectionCode {
    NEED_NOT_KNOWN(Kind.NOT_FOUND),
    PAIR_NOT_KNOWN_HERE(Kind.NOT_FOUND),
    /** All that could be shared is. */
    NOTHING_NEW_TO_SHARE(Kind.CONFLICT),
    PAIR_IS_OVER(Kind.CONFLICT),
    RESOURCE_NOT_SHARED(Kind.CONFLICT),
    USED_IN_FUTURE(Kind.INVALID);

    private final Kind kind;

    PackRejection(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
