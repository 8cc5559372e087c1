package fr.mentoratdurgence.reporting.webhooks;

import fr.mentoratdurgence.platform.domain.RejectionCode;

/** Why an address of a partner was refused. */
enum WebhookRejection implements RejectionCode {
    /** There is none of this number, or it is another partner's. */
    UNKNOWN_WEBHOOK(Kind.NOT_FOUND),
    /** This partner has told this address already. */
    WEBHOOK_KNOWN(Kind.CONFLICT),
    /** A partner has so many at most. */
    TOO_MANY_WEBHOOKS(Kind.CONFLICT);

    private final Kind kind;

    WebhookRejection(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
