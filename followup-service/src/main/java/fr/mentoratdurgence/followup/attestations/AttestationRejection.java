package fr.mentoratdurgence.followup.attestations;

import fr.mentoratdurgence.platform.domain.RejectionCode;

/** Why nothing is attested. */
enum AttestationRejection implements RejectionCode {
    /** There is none of this number, or it is not this person's. */
    ATTESTATION_UNKNOWN(Kind.NOT_FOUND),
    /** No session was told yet. */
    NOTHING_TO_ATTEST(Kind.CONFLICT);

    private final Kind kind;

    AttestationRejection(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
