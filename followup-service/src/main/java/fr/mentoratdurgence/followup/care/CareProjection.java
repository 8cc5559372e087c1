package fr.mentoratdurgence.followup.care;

import fr.mentoratdurgence.followup.care.CareBoard.EffortRow;
import fr.mentoratdurgence.followup.care.CareEvent.CallLogged;
import fr.mentoratdurgence.followup.care.CareEvent.CheckInCompleted;
import fr.mentoratdurgence.followup.care.CareEvent.CheckInOverdue;
import fr.mentoratdurgence.followup.care.CareEvent.CheckInScheduled;
import fr.mentoratdurgence.followup.care.CareEvent.CheckInUndone;
import fr.mentoratdurgence.followup.care.CareEvent.EngagementAlertRaised;
import fr.mentoratdurgence.followup.care.CareEvent.EngagementAlertReopened;
import fr.mentoratdurgence.followup.care.CareEvent.EngagementAlertResolved;
import fr.mentoratdurgence.followup.care.CareEvent.EngagementAlertSnoozed;
import fr.mentoratdurgence.followup.care.CareEvent.FirstContactChased;
import fr.mentoratdurgence.followup.care.CareEvent.InterventionStepTaken;
import fr.mentoratdurgence.followup.care.CareEvent.IntroductionConfirmed;
import fr.mentoratdurgence.platform.ReadModel;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Check-ins, alerts and what the team did. Can be dropped and rebuilt from the events at any time. */
@Component
@ProcessingGroup("care")
@ReadModel({"pair_care", "pair_check_in", "pair_alert", "pair_effort"})
class CareProjection {
    private static final String OPEN = " where pair = ? and kind = ? and resolved_on is null";

    private final JdbcClient db;

    CareProjection(JdbcClient db) {
        this.db = db;
    }

    @EventHandler
    void on(
            CareEvent event,
            @MessageIdentifier String id,
            @Timestamp Instant recordedAt,
            @MetaDataValue("actor") String actor) {
        switch (event) {
            case IntroductionConfirmed e -> {
                known(e.pair());
                set("update pair_care set introduced_on = ? where pair = ?", e.introducedOn(), e.pair());
            }
            case FirstContactChased e -> {
                known(e.pair());
                set("update pair_care set chased = true where pair = ?", e.pair());
            }
            case CheckInScheduled e -> set("""
                        insert into pair_check_in(pair, number, side, due_on, answer_by) values (?, ?, ?, ?, ?)
                        on conflict do nothing""", e.pair(), e.number(), e.side().name(), e.dueOn(), e.answerBy());
            case CheckInCompleted e ->
                set(
                        """
                        update pair_check_in set answered_on = ?, health = ?, themes = ?, via = ?, answered_at = ?
                        where pair = ? and side = ? and number = ?""",
                        e.answeredOn(),
                        e.health(),
                        e.themes().stream().map(Enum::name).toArray(String[]::new),
                        e.via().name(),
                        recordedAt.atOffset(ZoneOffset.UTC),
                        e.pair(),
                        e.side().name(),
                        e.number());
            case CheckInUndone e -> set("""
                        update pair_check_in set answered_on = null, health = null, themes = '{}', via = null,
                            answered_at = null
                        where pair = ? and side = ? and number = ?""", e.pair(), e.side().name(), e.number());
            case EngagementAlertReopened e ->
                set("""
                        update pair_alert set resolved_on = null, outcome = null, snoozed_until = null, done_at = null
                        where pair = ? and kind = ? and recorded_at = (
                            select max(recorded_at) from pair_alert a where a.pair = ? and a.kind = ?)""", e.pair(), e.kind().name(), e.pair(), e.kind().name());
            case CheckInOverdue e ->
                set(
                        "update pair_check_in set overdue = true where pair = ? and side = ? and number = ?",
                        e.pair(),
                        e.side().name(),
                        e.number());
            case EngagementAlertRaised e ->
                set(
                        """
                        insert into pair_alert(pair, kind, raised_on, since, measure, policy, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
                        e.pair(),
                        e.kind().name(),
                        e.raisedOn(),
                        e.since(),
                        e.measure(),
                        e.policy(),
                        recordedAt.atOffset(ZoneOffset.UTC));
            case EngagementAlertSnoozed e ->
                set(
                        "update pair_alert set snoozed_until = ?, done_at = ?" + OPEN,
                        e.until(),
                        recordedAt.atOffset(ZoneOffset.UTC),
                        e.pair(),
                        e.kind().name());
            case EngagementAlertResolved e ->
                set(
                        "update pair_alert set resolved_on = ?, outcome = ?, done_at = ?" + OPEN,
                        e.resolvedOn(),
                        e.outcome().name(),
                        recordedAt.atOffset(ZoneOffset.UTC),
                        e.pair(),
                        e.kind().name());
            case CallLogged e ->
                effort(
                        e.pair(),
                        id,
                        new EffortRow(
                                "CALL",
                                e.calledOn(),
                                e.partner().name(),
                                e.reason().name(),
                                e.reached(),
                                null,
                                actor),
                        recordedAt);
            case InterventionStepTaken e -> step(e, id, actor, recordedAt);
        }
    }

    private void step(InterventionStepTaken e, String id, String actor, Instant recordedAt) {
        known(e.pair());
        effort(
                e.pair(),
                id,
                new EffortRow("STEP", e.takenOn(), null, null, null, e.step().name(), actor),
                recordedAt);
        switch (e.step()) {
            case PROBATION -> set("update pair_care set probation_on = ? where pair = ?", e.takenOn(), e.pair());
            case PROBATION_ENDED -> set("update pair_care set probation_on = null where pair = ?", e.pair());
            case CALL, WARNING -> {
                // a line of the story, and no state
            }
        }
    }

    private void effort(String pair, String id, EffortRow row, Instant recordedAt) {
        set(
                """
                insert into pair_effort(pair, event, kind, day, partner, reason, reached, step, actor, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
                pair,
                id,
                row.kind(),
                row.day(),
                row.partner(),
                row.reason(),
                row.reached(),
                row.step(),
                row.actor(),
                recordedAt.atOffset(ZoneOffset.UTC));
    }

    private void known(String pair) {
        set("insert into pair_care(pair) values (?) on conflict do nothing", pair);
    }

    private void set(String sql, @Nullable Object... values) {
        db.sql(sql).params(Arrays.asList(values)).update();
    }
}
