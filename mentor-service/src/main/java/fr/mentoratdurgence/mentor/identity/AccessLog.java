package fr.mentoratdurgence.mentor.identity;

import fr.mentoratdurgence.platform.Actor;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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

    /** The card was shown: on which day, to which role, and how often. */
    public record Reading(LocalDate day, String role, int times) {}

    /** When and to whom the card was shown, for the person; the last day first. */
    public List<Reading> readings(String mentor) {
        return db.sql("""
                        select (accessed_at at time zone 'Europe/Paris')::date as day, role, count(*) as times
                        from contact_access where mentor = ? group by day, role order by day desc, role limit 1000""").param(mentor).query(Reading.class).list();
    }

    /** How often the card was shown, for the person's own data page. */
    public long timesShown(String mentor) {
        return db.sql("select count(*) from contact_access where mentor = ?")
                .param(mentor)
                .query(Long.class)
                .single();
    }
}
