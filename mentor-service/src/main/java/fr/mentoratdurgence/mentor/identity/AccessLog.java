package fr.mentoratdurgence.mentor.identity;

import fr.mentoratdurgence.platform.Actor;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who looked at whose contact card, and when. */
public final class AccessLog {
    private final JdbcClient db;
    private final Clock clock;

    AccessLog(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Notes that the actor was shown the card. */
    public void shown(String mentor, Actor actor) {
        db.sql("insert into contact_access(mentor, account, role, accessed_at) values (?, ?, ?, ?)")
                .params(mentor, actor.id(), actor.role(), Timestamp.from(clock.instant()))
                .update();
    }

    /** How often the card was shown, for the person's own data page. */
    public long timesShown(String mentor) {
        return db.sql("select count(*) from contact_access where mentor = ?")
                .param(mentor)
                .query(Long.class)
                .single();
    }
}
