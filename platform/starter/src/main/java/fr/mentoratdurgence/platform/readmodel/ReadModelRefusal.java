package fr.mentoratdurgence.platform.readmodel;

import fr.mentoratdurgence.platform.domain.RejectionCode;

/** Why ops' wish cannot be met. */
enum ReadModelRefusal implements RejectionCode {
    NO_SUCH_READ_MODEL(Kind.NOT_FOUND),
    REBUILD_RUNNING(Kind.CONFLICT),
    NO_REBUILD(Kind.CONFLICT);

    private final Kind kind;

    ReadModelRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
