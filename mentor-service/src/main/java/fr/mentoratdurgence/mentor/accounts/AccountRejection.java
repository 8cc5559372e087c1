package fr.mentoratdurgence.mentor.accounts;

import fr.mentoratdurgence.platform.domain.RejectionCode;

/** Why a login was refused. */
enum AccountRejection implements RejectionCode {
    /** The address is the login of somebody else, a référent for example: it must not become a mentor's. */
    ACCOUNT_NAME_TAKEN;

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
