package fr.mentoratdurgence.needs.directory;

import fr.mentoratdurgence.platform.domain.RejectionCode;

/** Why a relay structure refuses. */
public enum RelayStructureRejection implements RejectionCode {
    UNKNOWN_STRUCTURE(Kind.NOT_FOUND);

    private final Kind kind;

    RelayStructureRejection(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
