package fr.mentoratdurgence.reporting.assessment;

import fr.mentoratdurgence.platform.Code;
import fr.mentoratdurgence.reporting.bilan.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An assessment as it stands. */
public record AssessmentRow(
        String assessment,
        Scope scope,
        int version,
        @Nullable String corrects,
        @Nullable String correctedBy,
        Code<AssessmentStatus> status,
        Instant requestedAt,
        @Nullable Instant computedAt,
        @Nullable Instant sealedAt,
        @Nullable Instant publishedAt,
        @Nullable String exactHash,
        @Nullable String publishedHash,
        long events,
        List<Position> positions,
        List<String> segments,
        String codeVersion) {}
