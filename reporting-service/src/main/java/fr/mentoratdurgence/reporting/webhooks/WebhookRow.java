package fr.mentoratdurgence.reporting.webhooks;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An address that a partner wants to be told at.
 *
 * @param partner      pseudonymous account of the partner's program
 * @param kinds        what it wants to hear; one of a newer version is its own word
 * @param failingSince since when nothing arrives there
 * @param nextAt       not tried again before
 * @param pausedAt     since when it is not tried any more
 * @param waiting      deliveries that have not arrived
 */
record WebhookRow(
        String webhook,
        String partner,
        String url,
        List<String> kinds,
        Instant createdAt,
        int failures,
        @Nullable Instant failingSince,
        @Nullable Instant nextAt,
        @Nullable Instant pausedAt,
        int waiting) {}
