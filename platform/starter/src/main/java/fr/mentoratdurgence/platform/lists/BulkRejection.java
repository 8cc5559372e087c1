package fr.mentoratdurgence.platform.lists;

import fr.mentoratdurgence.platform.domain.RejectionCode;

/** Why a row of an act on many is not taken back. */
enum BulkRejection implements RejectionCode {
    /** This sending did nothing to it, or it was taken back since. */
    NOT_OF_THIS_SENDING(Kind.CONFLICT);

    private final Kind kind;

    BulkRejection(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
