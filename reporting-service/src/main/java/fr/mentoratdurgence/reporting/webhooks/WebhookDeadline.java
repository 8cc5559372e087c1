package fr.mentoratdurgence.reporting.webhooks;

/** What has to be done by when, of webhooks. */
enum WebhookDeadline {
    /** What waits for an address is sent there. */
    WEBHOOK_DELIVERY
}
