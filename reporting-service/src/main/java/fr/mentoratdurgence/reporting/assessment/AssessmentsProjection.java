package fr.mentoratdurgence.reporting.assessment;

import fr.mentoratdurgence.platform.ReadModel;
import fr.mentoratdurgence.reporting.assessment.AssessmentEvent.AssessmentComputed;
import fr.mentoratdurgence.reporting.assessment.AssessmentEvent.AssessmentCorrected;
import fr.mentoratdurgence.reporting.assessment.AssessmentEvent.AssessmentPublished;
import fr.mentoratdurgence.reporting.assessment.AssessmentEvent.AssessmentRequested;
import fr.mentoratdurgence.reporting.assessment.AssessmentEvent.AssessmentSealed;
import fr.mentoratdurgence.reporting.bilan.Territory;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Assessments as they stand. Can be dropped and rebuilt from the events at any time; the figures' texts are kept. */
@Component
@ProcessingGroup(AssessmentsProjection.NAME)
@ReadModel("assessment")
class AssessmentsProjection {
    static final String NAME = "assessments";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;

    AssessmentsProjection(JdbcClient db) {
        this.db = db;
    }

    @EventHandler
    void on(AssessmentEvent event, @Timestamp Instant recordedAt) {
        OffsetDateTime at = recordedAt.atOffset(ZoneOffset.UTC);
        switch (event) {
            case AssessmentRequested e -> requested(e, at);
            case AssessmentComputed e -> computed(e, at);
            case AssessmentSealed e -> move(e.assessment(), AssessmentStatus.SEALED, "sealed_at", at);
            case AssessmentPublished e -> move(e.assessment(), AssessmentStatus.PUBLISHED, "published_at", at);
            case AssessmentCorrected e ->
                db.sql("update assessment set corrected_by = ? where assessment = ?")
                        .params(e.by(), e.assessment())
                        .update();
        }
    }

    private void requested(AssessmentRequested e, OffsetDateTime at) {
        db.sql("""
                insert into assessment(assessment, as_of, happened_until, territory, version, corrects,
                                       status, requested_at)
                values (:assessment, :asOf, :happenedUntil, :territory, :version, :corrects, :status, :at)
                on conflict do nothing""")
                .param("assessment", e.assessment())
                .param("asOf", e.asOf().atOffset(ZoneOffset.UTC))
                .param("happenedUntil", e.happenedUntil())
                .param("territory", new Territory(e.territory(), e.territoryCode()).id())
                .param("version", e.version())
                .param("corrects", e.corrects())
                .param("status", AssessmentStatus.REQUESTED.name())
                .param("at", at)
                .update();
    }

    private void computed(AssessmentComputed e, OffsetDateTime at) {
        db.sql("""
                update assessment set status = ?, computed_at = ?, exact_hash = ?, published_hash = ?, events = ?,
                    positions = cast(? as json), segments = cast(? as json), code_version = ?
                where assessment = ?""")
                .params(
                        AssessmentStatus.COMPUTED.name(),
                        at,
                        e.exact().hex(),
                        e.published().hex(),
                        e.events(),
                        JSON.writeValueAsString(e.positions()),
                        JSON.writeValueAsString(
                                e.segments().stream().map(EventHash::hex).toList()),
                        e.codeVersion(),
                        e.assessment())
                .update();
    }

    private void move(String assessment, AssessmentStatus status, String when, OffsetDateTime at) {
        db.sql("update assessment set status = ?, " + when + " = ? where assessment = ?")
                .params(status.name(), at, assessment)
                .update();
    }
}
