package fr.mentoratdurgence.platform.deadlines;

import fr.mentoratdurgence.platform.watch.Gauges;
import fr.mentoratdurgence.platform.watch.Readings;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For ops: which deadlines should have passed and have not. */
@RestController
@RequestMapping("${mentorat.api}/ops/deadlines")
class DeadlinesApi implements HealthIndicator, Gauges {
    private static final int MOST = 100;

    /** A deadline that fails again and again. */
    record Stuck(String key, String kind, Instant dueAt, int attempts) {}

    /**
     * How late.
     *
     * @param waiting     all that are set and have not passed
     * @param late        those of them whose time is over
     * @param oldestDueAt since when the first of these is due
     * @param stuck       those that were tried often, the oldest first
     */
    record Lateness(long waiting, long late, @Nullable Instant oldestDueAt, List<Stuck> stuck) {}

    private final JdbcClient db;
    private final Clock clock;

    DeadlinesApi(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @GetMapping
    Lateness lateness() {
        return db.sql("""
            select count(*), count(*) filter (where due_at <= :now), min(due_at) filter (where due_at <= :now)
            from deadline where told_at is null\
            """)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, _) -> new Lateness(
                        row.getLong(1),
                        row.getLong(2),
                        row.getTimestamp(3) == null ? null : row.getTimestamp(3).toInstant(),
                        stuck()))
                .single();
    }

    private List<Stuck> stuck() {
        return db.sql("""
            select key, kind, due_at, attempts from deadline
            where told_at is null and attempts > ? order by due_at, key limit ?\
            """)
                .params(DeadlineWatch.PATIENCE, MOST)
                .query((row, _) -> new Stuck(
                        row.getString(1), row.getString(2), row.getTimestamp(3).toInstant(), row.getInt(4)))
                .list();
    }

    @Override
    public void read(Readings readings) {
        Lateness now = lateness();
        readings.count("mentorat.deadlines.late", now.late());
        readings.since("mentorat.deadlines.oldest", now.oldestDueAt());
        readings.count("mentorat.deadlines.stuck", now.stuck().size());
    }

    /** The service answers all the same: this is for who looks at the whole, not for readiness. */
    @Override
    public Health health() {
        List<Stuck> stuck = stuck();
        return stuck.isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("stuck", stuck.size()).build();
    }
}
