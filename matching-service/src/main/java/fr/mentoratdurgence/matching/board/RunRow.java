package fr.mentoratdurgence.matching.board;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A matching run; {@code proposals} and {@code refused} are there when it is done. */
public record RunRow(
        String run,
        int policyVersion,
        long seed,
        long inputPosition,
        int seats,
        int capacity,
        Instant startedAt,
        @Nullable Integer proposals,
        @Nullable Integer refused) {}
