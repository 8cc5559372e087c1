package fr.mentoratdurgence.followup.resources;

import fr.mentoratdurgence.platform.domain.RejectionCode;

/** Why the rules of the library say no. */
enum ResourceRejection implements RejectionCode {
    RESOURCE_UNKNOWN(Kind.NOT_FOUND),
    RESOURCE_CODE_TAKEN(Kind.CONFLICT);

    private final Kind kind;

    ResourceRejection(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
