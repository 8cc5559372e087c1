package fr.mentoratdurgence.platform.accounts;

import fr.mentoratdurgence.platform.domain.RejectionCode;

/** Why a login was refused. */
enum AccountRejection implements RejectionCode {
    /** Keycloak does not accept the address. */
    ACCOUNT_ADDRESS_REFUSED,
    /** Keycloak does not accept the first or the last name. */
    ACCOUNT_PERSON_REFUSED,
    /** The login was removed in Keycloak, or is not this person's. */
    ACCOUNT_MISSING;

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
