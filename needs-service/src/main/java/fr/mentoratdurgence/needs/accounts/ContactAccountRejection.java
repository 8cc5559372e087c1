package fr.mentoratdurgence.needs.accounts;

import fr.mentoratdurgence.platform.domain.RejectionCode;

/** Why the account of a structure's contact refuses. */
public enum ContactAccountRejection implements RejectionCode {
    CONTACT_UNKNOWN(Kind.NOT_FOUND),
    CONTACT_KNOWN(Kind.CONFLICT),
    CONTACT_GONE(Kind.CONFLICT),
    /** Nobody has called the structure yet: whoever declares in a school's name does not get into its account. */
    CALL_FIRST(Kind.CONFLICT),
    CONTACT_HAS_ACCOUNT(Kind.CONFLICT),
    CONTACT_HAS_NO_ACCOUNT(Kind.CONFLICT),
    /** Who has no address is told by the team, on the telephone. */
    TOLD_BY_TELEPHONE(Kind.CONFLICT);

    private final Kind kind;

    ContactAccountRejection(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
