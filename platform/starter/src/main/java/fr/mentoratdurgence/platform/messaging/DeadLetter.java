package fr.mentoratdurgence.platform.messaging;

import java.time.Instant;

/**
 * A record that could not have its effect, with its cause. It waits, and so do the later ones of its key.
 *
 * @param envelope    the record's value as received
 * @param unknownType the type that the version that parked it did not know; empty where it waits for something else
 */
record DeadLetter(
        long id,
        String topic,
        String recordKey,
        int recordPartition,
        long recordOffset,
        String envelope,
        String cause,
        String unknownType,
        Instant parkedAt) {}
