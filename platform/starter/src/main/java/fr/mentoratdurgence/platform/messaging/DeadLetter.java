package fr.mentoratdurgence.platform.messaging;

import java.time.Instant;

/**
 * A record that could not have its effect, with its cause. It waits, and so do the later ones of its key.
 *
 * @param envelope the record's value as received
 */
record DeadLetter(
        long id,
        String topic,
        String recordKey,
        int recordPartition,
        long recordOffset,
        String envelope,
        String cause,
        Instant parkedAt) {}
