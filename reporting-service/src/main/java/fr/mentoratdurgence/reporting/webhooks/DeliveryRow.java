package fr.mentoratdurgence.reporting.webhooks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One fact that is told to one address.
 *
 * @param fact        its id: the same each time it is sent
 * @param toldAt      when it was heard here
 * @param lastStatus  what the address answered last; 0 where it did not
 * @param deliveredAt when it arrived
 */
record DeliveryRow(
        long number,
        String fact,
        String kind,
        Instant toldAt,
        String content,
        int attempts,
        @Nullable Instant lastAt,
        @Nullable Integer lastStatus,
        @Nullable Instant deliveredAt) {}
