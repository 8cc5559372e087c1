package fr.mentoratdurgence.followup.safeguarding;

import fr.mentoratdurgence.platform.watch.Gauges;
import fr.mentoratdurgence.platform.watch.Readings;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Numbers of worries, and nothing that tells one from another: how many are open, and how many nobody has taken although
 * their time is over. No territory, no kind, no age: where there is one, that would be somebody's.
 */
@Component
class ConcernGauges implements Gauges {
    private final JdbcClient db;
    private final Clock clock;

    ConcernGauges(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public void read(Readings readings) {
        db.sql("""
            select count(*), count(*) filter (where taken_at is null and answer_by < ?)
            from concern where status <> 'CLOSED'\
            """).param(Timestamp.from(clock.instant())).query(row -> {
            readings.count("mentorat.concerns.open", row.getLong(1));
            readings.count("mentorat.concerns.unanswered", row.getLong(2));
        });
    }
}
