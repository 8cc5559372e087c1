package fr.mentoratdurgence.platform.readmodel;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the last rebuild of a read model is.
 *
 * @param name            of the read model
 * @param tables          what it fills
 * @param position        number of the last event that the copy knows; null where it was never rebuilt
 * @param total           number of the last event of the store
 * @param eventsPerSecond pace since it was started or taken up again
 * @param secondsLeft     at this pace; null while there is none
 * @param cause           of a failure
 */
public record RebuildProgress(
        String name,
        List<String> tables,
        RebuildState state,
        @Nullable Long position,
        long total,
        @Nullable Long eventsPerSecond,
        @Nullable Long secondsLeft,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String cause) {}
