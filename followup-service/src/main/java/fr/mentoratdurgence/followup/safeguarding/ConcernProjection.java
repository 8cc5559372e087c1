package fr.mentoratdurgence.followup.safeguarding;

import fr.mentoratdurgence.followup.safeguarding.ConcernEvent.ConcernAcknowledged;
import fr.mentoratdurgence.followup.safeguarding.ConcernEvent.ConcernClosed;
import fr.mentoratdurgence.followup.safeguarding.ConcernEvent.ConcernEscalated;
import fr.mentoratdurgence.followup.safeguarding.ConcernEvent.ConcernRaised;
import fr.mentoratdurgence.followup.safeguarding.ConcernEvent.ConcernReopened;
import fr.mentoratdurgence.followup.safeguarding.ConcernEvent.ConcernStepTaken;
import fr.mentoratdurgence.followup.safeguarding.ConcernEvent.ConcernTextErased;
import fr.mentoratdurgence.followup.safeguarding.ConcernEvent.MentorProtected;
import fr.mentoratdurgence.followup.safeguarding.ConcernFact.Kind;
import fr.mentoratdurgence.platform.ReadModel;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Worries as they stand, and what happened to each. Can be dropped and rebuilt from the events at any time. */
@Component
@ProcessingGroup(ConcernProjection.NAME)
@ReadModel({"concern", "concern_fact"})
class ConcernProjection {
    static final String NAME = "concerns";

    private final JdbcClient db;

    ConcernProjection(JdbcClient db) {
        this.db = db;
    }

    private record Told(Kind kind, String code) {}

    @EventHandler
    void on(
            ConcernEvent event,
            @SequenceNumber long position,
            @Timestamp Instant recordedAt,
            @MetaDataValue("actor") String actor,
            @MetaDataValue("role") String role) {
        Told told = switch (event) {
            case ConcernRaised e -> {
                raised(e, actor);
                yield new Told(Kind.RAISED, e.side().name());
            }
            case ConcernAcknowledged e -> {
                set("status = 'TAKEN', taken_by = ?, taken_at = ?", e.by(), moment(e.acknowledgedAt()), e.concern());
                yield new Told(Kind.TAKEN, "");
            }
            case ConcernEscalated e -> {
                set("level = ?, answer_by = ?", e.level(), moment(e.answerBy()), e.concern());
                yield new Told(Kind.ESCALATED, "");
            }
            case ConcernStepTaken e -> new Told(Kind.STEP, e.step().name());
            case MentorProtected e -> {
                set("protected_on = ?", e.protectedOn(), e.concern());
                yield new Told(Kind.PROTECTED, "");
            }
            case ConcernClosed e -> {
                set(
                        "status = 'CLOSED', closed_on = ?, closure = ?, keep_until = ?",
                        e.closedOn(),
                        e.reason().name(),
                        e.keepUntil(),
                        e.concern());
                yield new Told(Kind.CLOSED, e.reason().name());
            }
            case ConcernReopened e -> {
                set(
                        "status = 'WAITING', taken_by = null, taken_at = null, closed_on = null, closure = null,"
                                + " keep_until = null, level = 0, answer_by = ?",
                        moment(e.answerBy()),
                        e.concern());
                yield new Told(Kind.REOPENED, e.reason().name());
            }
            case ConcernTextErased e -> {
                set("text_erased_on = ?", e.erasedOn(), e.concern());
                yield new Told(Kind.TEXT_ERASED, e.reason().name());
            }
        };
        db.sql("""
                insert into concern_fact(concern, position, kind, code, actor, role, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(event.concern(), position, told.kind().name(), told.code(), actor, role, moment(recordedAt))
                .update();
    }

    private void raised(ConcernRaised e, String actor) {
        Concerned about = e.about();
        db.sql("""
                insert into concern(concern, worry, side, by_telephone, pair, need, mentor, structure, departement, raiser,
                    raised_at, status, answer_by, level)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0) on conflict do nothing""")
                .params(Arrays.asList(
                        e.concern(),
                        e.worry().name(),
                        e.side().name(),
                        e.byTelephone(),
                        about.pair(),
                        about.need(),
                        about.mentor(),
                        about.structure(),
                        about.departement(),
                        actor,
                        moment(e.raisedAt()),
                        ConcernStatus.WAITING.name(),
                        moment(e.answerBy())))
                .update();
    }

    private void set(String columns, Object... values) {
        db.sql("update concern set " + columns + " where concern = ?")
                .params(values)
                .update();
    }

    private static OffsetDateTime moment(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
