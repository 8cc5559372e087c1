package fr.mentoratdurgence.followup.staff;

import fr.mentoratdurgence.followup.staff.StaffEvent.StaffAccountOpened;
import fr.mentoratdurgence.followup.staff.StaffEvent.StaffChangeAsked;
import fr.mentoratdurgence.followup.staff.StaffEvent.StaffChanged;
import fr.mentoratdurgence.followup.staff.StaffEvent.StaffConfirmed;
import fr.mentoratdurgence.followup.staff.StaffEvent.StaffCorrected;
import fr.mentoratdurgence.followup.staff.StaffEvent.StaffInvited;
import fr.mentoratdurgence.followup.staff.StaffEvent.StaffLeft;
import fr.mentoratdurgence.followup.staff.StaffEvent.StaffPasswordRenewed;
import fr.mentoratdurgence.platform.ReadModel;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The team as it stands. Can be dropped and rebuilt from the events at any time. */
@Component
@ProcessingGroup(StaffProjection.NAME)
@ReadModel("staff_place")
class StaffProjection {
    static final String NAME = "staff";

    private final JdbcClient db;

    StaffProjection(JdbcClient db) {
        this.db = db;
    }

    @EventHandler
    void on(StaffEvent event) {
        switch (event) {
            case StaffInvited e ->
                db.sql("""
                        insert into staff_place(staff, role, territories, invited_by, invited_on, confirmed)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(
                                e.staff(),
                                e.role().name(),
                                e.territories().toArray(String[]::new),
                                e.invitedBy(),
                                e.invitedOn(),
                                !e.role().confirmed())
                        .update();
            case StaffConfirmed e ->
                db.sql("update staff_place set confirmed = true where staff = ?")
                        .param(e.staff())
                        .update();
            case StaffAccountOpened e ->
                db.sql("update staff_place set account = ?, opened_on = ? where staff = ?")
                        .params(e.account(), e.openedOn(), e.staff())
                        .update();
            case StaffPasswordRenewed _, StaffCorrected _ -> {
                // shown nowhere
            }
            case StaffChangeAsked e ->
                db.sql("update staff_place set asked_role = ?, asked_territories = ?, asked_by = ? where staff = ?")
                        .params(e.role().name(), e.territories().toArray(String[]::new), e.askedBy(), e.staff())
                        .update();
            case StaffChanged e ->
                db.sql("""
                        update staff_place set role = ?, territories = ?, asked_role = null, asked_territories = null,
                            asked_by = null
                        where staff = ?""")
                        .params(e.role().name(), e.territories().toArray(String[]::new), e.staff())
                        .update();
            case StaffLeft e ->
                db.sql("update staff_place set left_on = ? where staff = ?")
                        .params(e.leftOn(), e.staff())
                        .update();
        }
    }
}
