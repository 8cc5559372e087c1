package fr.mentoratdurgence.mentor.accounts;

import fr.mentoratdurgence.platform.domain.RejectionCode;

/** Why a login was refused. */
enum AccountRejection implements RejectionCode {
    /** The address is the login of somebody else, a référent for example: it must not become a mentor's. */
    ACCOUNT_NAME_TAKEN,
    /** Keycloak does not accept the address as a login. */
    ACCOUNT_ADDRESS_REFUSED,
    /** Keycloak does not accept the first or the last name. */
    ACCOUNT_PERSON_REFUSED,
    /** The login was removed in Keycloak, or is not this mentor's. */
    ACCOUNT_MISSING;

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
