package fr.mentoratdurgence.followup.planning;

import fr.mentoratdurgence.followup.planning.PlanEvent.SessionPlanCancelled;
import fr.mentoratdurgence.followup.planning.PlanEvent.SessionPlanned;
import fr.mentoratdurgence.platform.ReadModel;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What pairs plan. Can be dropped and rebuilt from the events at any time. */
@Component
@ProcessingGroup("plans")
@ReadModel({"session_plan"})
class PlanProjection {
    private final JdbcClient db;

    PlanProjection(JdbcClient db) {
        this.db = db;
    }

    @EventHandler
    void on(PlanEvent event, @SequenceNumber long version) {
        switch (event) {
            case SessionPlanned e ->
                db.sql("""
                    insert into session_plan(pair, version, weekly, first_on, start_minute, minutes)
                    values (:pair, :version, :weekly, :firstOn, :startMinute, :minutes)
                    on conflict (pair) do update set version = :version, weekly = :weekly, first_on = :firstOn,
                        start_minute = :startMinute, minutes = :minutes""")
                        .param("pair", e.pair())
                        .param("version", version)
                        .param("weekly", e.weekly())
                        .param("firstOn", e.firstOn())
                        .param("startMinute", e.startMinute())
                        .param("minutes", e.minutes())
                        .update();
            case SessionPlanCancelled e ->
                db.sql("delete from session_plan where pair = ?")
                        .param(e.pair())
                        .update();
        }
    }
}
