package fr.mentoratdurgence.platform.messaging;

import java.time.Instant;

/**
 * A record that could not have its effect, with its cause. It waits, and so do the later ones of its key.
 *
 * @param envelope    the record's value as received
 * @param signature   as the record brought it
 * @param forged      its signature does not hold: it has no effect, and none waits behind it
 * @param unknownType the type that the version that parked it did not know; empty where it waits for something else
 */
record DeadLetter(
        long id,
        String topic,
        String recordKey,
        int recordPartition,
        long recordOffset,
        String envelope,
        String signature,
        boolean forged,
        String cause,
        String unknownType,
        Instant parkedAt) {}
