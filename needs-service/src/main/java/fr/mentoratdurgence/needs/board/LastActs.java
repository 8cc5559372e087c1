package fr.mentoratdurgence.needs.board;

import fr.mentoratdurgence.needs.intake.NeedCommand.Undoable;
import fr.mentoratdurgence.needs.intake.NeedEvent;
import fr.mentoratdurgence.needs.intake.NeedEvent.CallTimesStated;
import fr.mentoratdurgence.needs.intake.NeedEvent.ContactAttemptUndone;
import fr.mentoratdurgence.needs.intake.NeedEvent.ContactAttempted;
import fr.mentoratdurgence.needs.intake.NeedEvent.ContactErased;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedContactOverdue;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedDeclared;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedHandedOver;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedQualified;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedReferentAssigned;
import fr.mentoratdurgence.needs.intake.NeedEvent.NeedWithdrawn;
import java.sql.Timestamp;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The part of the projection that is about what was done last, so that it can be taken back, and about taking it back. */
final class LastActs {
    /** Where a need stands that is neither qualified nor withdrawn. */
    static final String STATUS = """
            case when referent is null then 'DECLARED'
                when exists (select 1 from need_call c where c.need = need.need and c.reached) then 'CONTACTED'
                else 'ASSIGNED' end""";

    private final JdbcClient db;

    LastActs(JdbcClient db) {
        this.db = db;
    }

    /** Something happened: it is the last act, unless it came by itself or is nobody's act. */
    void told(NeedEvent event, Timestamp at, String actor, String role) {
        switch (event) {
            case NeedDeclared _, CallTimesStated _, NeedContactOverdue _, ContactErased _ -> {
                // nothing that anybody would take back by it
            }
            case NeedReferentAssigned _ -> keep(event.need(), Undoable.CLAIM, at, actor, role);
            case ContactAttempted _ -> keep(event.need(), Undoable.CALL, at, actor, role);
            case NeedQualified _ -> keep(event.need(), Undoable.QUALIFICATION, at, actor, role);
            case NeedWithdrawn _ -> keep(event.need(), Undoable.WITHDRAWAL, at, actor, role);
            case NeedHandedOver e -> keep(event.need(), e.reason().said() ? Undoable.HAND_OVER : null, at, actor, role);
            default -> keep(event.need(), null, at, actor, role);
        }
    }

    private void keep(String need, @Nullable Undoable what, Timestamp at, String actor, String role) {
        db.sql("update need set last_act = ?, last_act_at = ?, last_act_by = ?, last_act_role = ? where need = ?")
                .params(Arrays.asList(what == null ? null : what.name(), at, actor, role, need))
                .update();
    }

    /** The last call of that day and kind was none. */
    void notAttempted(ContactAttemptUndone e) {
        db.sql("""
                delete from need_call where need = :need and number = (select max(number) from need_call
                    where need = :need and reached = :reached and occurred_on = :on)""")
                .param("need", e.need())
                .param("reached", e.reached())
                .param("on", e.occurredOn())
                .update();
        db.sql("update need set last_attempt_on = (select max(occurred_on) from need_call c where c.need = need.need),"
                        + " status = case when status in ('ASSIGNED', 'CONTACTED') then " + STATUS
                        + " else status end where need = ?")
                .param(e.need())
                .update();
    }
}
