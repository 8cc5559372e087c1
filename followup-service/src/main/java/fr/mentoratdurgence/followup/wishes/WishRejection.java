package fr.mentoratdurgence.followup.wishes;

import fr.mentoratdurgence.platform.domain.RejectionCode;

/** Why nobody is asked, or an answer does not count. */
enum WishRejection implements RejectionCode {
    WISH_PAIR_UNKNOWN(Kind.NOT_FOUND),
    WISH_PAIR_RUNS(Kind.CONFLICT),
    WISHES_ASKED_ALREADY(Kind.CONFLICT),
    WISHES_NOT_ASKED(Kind.CONFLICT),
    WISH_AFTER_PROTECTION(Kind.CONFLICT);

    private final Kind kind;

    WishRejection(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
