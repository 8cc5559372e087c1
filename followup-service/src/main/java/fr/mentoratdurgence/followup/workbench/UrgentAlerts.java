package fr.mentoratdurgence.followup.workbench;

import fr.mentoratdurgence.contracts.needs.v1.NeedContactOverdue;
import fr.mentoratdurgence.contracts.needs.v1.NeedHandedOver;
import fr.mentoratdurgence.followup.staff.StaffLetters;
import fr.mentoratdurgence.platform.OperationDay;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the team is told at once, as it is heard. */
@Component
class UrgentAlerts {
    private final JdbcClient db;
    private final StaffLetters letters;

    UrgentAlerts(JdbcClient db, StaffLetters letters) {
        this.db = db;
        this.letters = letters;
    }

    /** The team looks into a mentor's file: whoever follows a running pair of this mentor decides about it today. */
    void heldForReview(String mentor, String fact) {
        db.sql("select distinct referent from pair where mentor = ? and status = 'LIVE' order by referent")
                .param(mentor)
                .query(String.class)
                .list()
                .forEach(account -> letters.pairToReview(account, mentor, fact));
    }

    /** Somebody has needs from now on that a colleague followed. */
    void handedOver(NeedHandedOver fact) {
        if (fact.reason().equals("UNDONE")) {
            letters.needsHandOverUndone(fact.from(), fact.to() + ":" + fact.handedOn());
        } else {
            letters.needsHandedOver(fact.to(), fact.from() + ":" + fact.handedOn());
        }
    }

    /** A promise to a school was not kept; what was called in the meantime, or is no longer to be, is nobody's fault. */
    void callOverdue(NeedContactOverdue fact, Instant at) {
        db.sql("select departement, referent from known_need where need = ? and call_overdue and status = 'DECLARED'")
                .param(fact.need())
                .query((row, _) -> {
                    letters.callOverdue(row.getString("referent"), row.getString("departement"), OperationDay.of(at));
                    return fact.need();
                })
                .list();
    }

    void reviewEnded(String mentor) {
        letters.reviewed(mentor);
    }
}
