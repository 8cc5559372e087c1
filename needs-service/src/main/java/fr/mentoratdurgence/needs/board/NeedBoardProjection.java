package fr.mentoratdurgence.needs.board;

import fr.mentoratdurgence.needs.contacts.HalfDay;
import fr.mentoratdurgence.needs.intake.DeclaredNeed;
import fr.mentoratdurgence.needs.intake.NeedEvent;
import fr.mentoratdurgence.needs.intake.NeedEvent.CallTimesStated;
import fr.mentoratdurgence.needs.intake.NeedEvent.ContactAttemptUndone;
import fr.mentoratdurgence.needs.intake.NeedEvent.ContactAttempted;
import fr.mentoratdurgence.needs.intake.NeedEvent.ContactErased;
import fr.mentoratdurgence.needs.intake.NeedEvent.HandOverReason;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedContactOverdue;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedDeclared;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedHandedOver;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedLineCountRevised;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedLineRestated;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedQualificationUndone;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedQualified;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedReferentAssigned;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedReleased;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedWithdrawalUndone;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedWithdrawn;
import fr.mentoratdurgence.needs.intake.NeedEvent.StillNeededAsked;
import fr.mentoratdurgence.needs.intake.NeedEvent.StillNeededSaid;
import fr.mentoratdurgence.needs.intake.NeedLine;
import fr.mentoratdurgence.platform.ReadModel;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Every need and where it stands. Can be dropped and rebuilt from the events at any time. */
@Component
@ProcessingGroup(NeedBoardProjection.NAME)
@ReadModel({"need", "need_line", "need_call"})
class NeedBoardProjection {
    static final String NAME = "need-board";

    private final JdbcClient db;
    private final JsonMapper json;
    private final LastActs last;

    NeedBoardProjection(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.last = new LastActs(db);
        this.json = json;
    }

    @EventHandler
    void on(
            NeedEvent event,
            @org.axonframework.eventhandling.Timestamp Instant recordedAt,
            @SequenceNumber long number,
            @MetaDataValue("actor") String actor,
            @MetaDataValue("role") String role) {
        last.told(event, stored(recordedAt), actor, role);
        switch (event) {
            case NeedDeclared e -> declared(e, recordedAt);
            case CallTimesStated e ->
                db.sql("update need set call_times = ? where need = ?")
                        .params(e.times().stream().map(HalfDay::name).collect(Collectors.joining(",")), e.need())
                        .update();
            case StillNeededAsked _, StillNeededSaid _ -> {
                // asked by a letter, answered on the page
            }
            case NeedContactOverdue e ->
                db.sql("update need set call_due_on = ? where need = ?")
                        .params(e.dueOn(), e.need())
                        .update();
            case NeedReferentAssigned e ->
                db.sql("""
                        update need set referent = ?, assigned_on = ?,
                            status = case when status <> 'DECLARED' then status
                                when exists (select 1 from need_call c where c.need = need.need and c.reached)
                                then 'CONTACTED' else 'ASSIGNED' end
                        where need = ?""").params(e.referent(), e.assignedOn(), e.need()).update();
            case NeedReleased e -> db.sql("""
                        update need set referent = null, assigned_on = null,
                            status = case when status in ('ASSIGNED', 'CONTACTED') then 'DECLARED' else status end
                        where need = ?""").param(e.need()).update();
            case NeedHandedOver e ->
                db.sql("""
                        update need set referent = :to, handed_since = assigned_on, handed_from = :from,
                            assigned_on = case when :undone then handed_since else :on end
                        where need = :need""")
                        .param("to", e.to())
                        .param("from", e.from())
                        .param("on", e.handedOn())
                        .param("undone", e.reason() == HandOverReason.UNDONE)
                        .param("need", e.need())
                        .update();
            case ContactAttemptUndone e -> last.notAttempted(e);
            case NeedQualificationUndone e -> {
                db.sql("update need set status = " + LastActs.STATUS + ", qualified_on = null where need = ?")
                        .param(e.need())
                        .update();
                keep(e.need(), e.asked().lines());
            }
            case NeedWithdrawalUndone e ->
                db.sql("update need set status = case when qualified_on is not null then 'QUALIFIED' else "
                                + LastActs.STATUS
                                + " end, withdrawal_reason = null, withdrawn_at = null where need = ?")
                        .param(e.need())
                        .update();
            case ContactErased _ -> {
                // who it was is nothing of the board
            }
            case ContactAttempted e -> attempted(e, number);
            case NeedQualified e -> qualified(e);
            case NeedLineCountRevised e ->
                db.sql("update need_line set count = ? where need = ? and line = ?")
                        .params(e.toCount(), e.need(), e.line())
                        .update();
            case NeedLineRestated e -> keep(e.need(), List.of(e.line()));
            case NeedWithdrawn e ->
                db.sql("update need set status = 'WITHDRAWN', withdrawal_reason = ?, withdrawn_at = ? where need = ?")
                        .params(e.reason().name(), stored(recordedAt), e.need())
                        .update();
        }
    }

    private void declared(NeedDeclared e, Instant recordedAt) {
        DeclaredNeed asked = e.asked();
        db.sql("""
                insert into need(need, reference, structure, departement, priority_audience, origin, declared_on,
                    declared_at, status)
                values (?, ?, ?, ?, ?, ?, ?, ?, 'DECLARED') on conflict do nothing""")
                .params(
                        e.need(),
                        NeedReference.of(e.need()),
                        asked.structure(),
                        asked.departement(),
                        asked.priorityAudience().name(),
                        e.origin().name(),
                        asked.declaredOn(),
                        stored(recordedAt))
                .update();
        keep(e.need(), asked.lines());
    }

    /** The store keeps milliseconds: a replay must give the same row. */
    private static Timestamp stored(Instant recordedAt) {
        return Timestamp.from(recordedAt.truncatedTo(ChronoUnit.MILLIS));
    }

    private void attempted(ContactAttempted e, long number) {
        db.sql("""
                insert into need_call(need, number, referent, reached, occurred_on) values (?, ?, ?, ?, ?)
                on conflict do nothing""")
                .params(e.need(), number, e.referent(), e.reached(), e.occurredOn())
                .update();
        db.sql("""
                update need set last_attempt_on = greatest(last_attempt_on, ?),
                    status = case when ? and status = 'ASSIGNED' then 'CONTACTED' else status end
                where need = ?""").params(e.occurredOn(), e.reached(), e.need()).update();
    }

    private void qualified(NeedQualified e) {
        db.sql("update need set status = 'QUALIFIED', qualified_on = ? where need = ?")
                .params(e.qualifiedOn(), e.need())
                .update();
        keep(e.need(), e.understood().lines());
    }

    private void keep(String need, List<NeedLine> lines) {
        for (NeedLine line : lines) {
            db.sql("""
                    insert into need_line(need, line, count, profile) values (?, ?, ?, cast(? as json))
                    on conflict (need, line) do update set count = excluded.count, profile = excluded.profile""")
                    .params(need, line.line(), line.count(), json.writeValueAsString(line))
                    .update();
        }
    }
}
