package fr.mentoratdurgence.followup.workbench;

import fr.mentoratdurgence.contracts.needs.v1.NeedHandedOver;
import fr.mentoratdurgence.followup.staff.StaffLetters;
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
        letters.needsHandedOver(fact.to(), fact.from() + ":" + fact.handedOn());
    }

    void reviewEnded(String mentor) {
        letters.reviewed(mentor);
    }
}
