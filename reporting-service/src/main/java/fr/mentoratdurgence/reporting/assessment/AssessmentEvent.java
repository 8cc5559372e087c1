package fr.mentoratdurgence.reporting.assessment;

import fr.mentoratdurgence.platform.domain.DomainEvent;
import fr.mentoratdurgence.reporting.bilan.Territory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has happened to an assessment (FR: bilan arrêté). Stored for ever: add, never edit. */
public sealed interface AssessmentEvent extends DomainEvent {
    /** The assessment's stream, {@code assessment-<uuid>}. */
    String assessment();

    @Override
    default String stream() {
        return assessment();
    }

    /**
     * Somebody wants the figures of an instant kept.
     *
     * @param happenedUntil only facts of that day or before count; null = whenever
     * @param version 1, or one more than that of the assessment that it corrects
     */
    record AssessmentRequested(
            String assessment,
            Instant asOf,
            @Nullable LocalDate happenedUntil,
            Territory.Kind territory,
            String territoryCode,
            int version,
            @Nullable String corrects)
            implements AssessmentEvent {}

    /**
     * The figures are worked out.
     *
     * @param exact hash of the exact figures
     * @param published hash of what everybody may see of them
     * @param events how many facts were counted
     * @param positions how many of each service
     * @param segments hashes of the sealed days that the facts lie in; none while no day is sealed
     * @param codeVersion version of the program, such as {@code version-1-0-0}
     */
    record AssessmentComputed(
            String assessment,
            EventHash exact,
            EventHash published,
            long events,
            List<Position> positions,
            List<EventHash> segments,
            String codeVersion)
            implements AssessmentEvent {}

    /** From now on its figures never change. */
    record AssessmentSealed(String assessment) implements AssessmentEvent {}

    /** Everybody may see it, without its small numbers. */
    record AssessmentPublished(String assessment) implements AssessmentEvent {}

    /** A new version says it better; this one stays as it is. */
    record AssessmentCorrected(String assessment, String by) implements AssessmentEvent {}
}
