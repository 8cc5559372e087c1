package fr.mentoratdurgence.platform.messaging;

import fr.mentoratdurgence.platform.EventTypes;
import fr.mentoratdurgence.platform.Telling;
import fr.mentoratdurgence.platform.store.Follower;
import fr.mentoratdurgence.platform.watch.Gauges;
import fr.mentoratdurgence.platform.watch.Readings;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * For ops: how far this service has told what it recorded, and at what this version would have to stop. At the start it
 * writes down which types of events are told and which are not, for whoever verifies an installation from outside.
 */
@RestController
@RequestMapping("${mentorat.api}/ops/publisher")
class PublisherApi implements HealthIndicator, SmartInitializingSingleton, Gauges {

    /** The first event that was not told and is of a type that this version does not know. */
    record Stop(String type, String event, String stream, Instant recordedAt) {}

    /**
     * How far.
     *
     * @param told    number of the last event that is through, or -1
     * @param waiting how many stored events come after it
     */
    record Progress(
            String topic, long told, long waiting, @Nullable Stop stopsAt) {}

    private final Telling telling;
    private final Map<String, Class<?>> types;
    private final JdbcClient db;

    PublisherApi(Telling telling, EventTypes types, JdbcClient db) {
        this.telling = telling;
        this.types = types.byName();
        this.db = db;
    }

    @Override
    public void afterSingletonsInstantiated() {
        telling.checkAgainst(types.values());
        types.forEach(
                (name, type) -> db.sql("""
                    insert into event_type(name, told) values (?, ?) on conflict (name) do update set told = excluded.told
                    where event_type.told <> excluded.told\
                    """).params(name, telling.tells(type)).update());
    }

    @GetMapping
    Progress progress() {
        long told = told();
        return new Progress(
                telling.topic(),
                told,
                db.sql("select count(*) from domain_event where global_index > ?")
                        .param(told)
                        .query(Long.class)
                        .single(),
                stop(told).orElse(null));
    }

    /** What is stored and not told yet; that an instance of a newer version is waited for is told apart. */
    @Override
    public void read(Readings readings) {
        long told = told();
        db.sql("select count(*), min(time_stamp) from domain_event where global_index > ?")
                .param(told)
                .query(row -> {
                    Timestamp oldest = row.getTimestamp(2);
                    readings.count("mentorat.publisher.waiting", row.getLong(1));
                    readings.since("mentorat.publisher.oldest", oldest == null ? null : oldest.toInstant());
                });
        readings.count("mentorat.publisher.stopped", stop(told).isPresent() ? 1 : 0);
    }

    private long told() {
        return db.sql("""
            select (token::json->>'index')::bigint from token_entry
            where processor_name = ? and segment = 0 and token is not null\
            """).param(Follower.NAME).query(Long.class).optional().orElse(-1L);
    }

    private Optional<Stop> stop(long told) {
        return db.sql("""
            select payload_type, event_id, aggregate_id, time_stamp from domain_event
            where global_index > ? and payload_type <> all(?) order by global_index limit 1\
            """)
                .params(told, types.keySet().toArray(String[]::new))
                .query((row, _) -> new Stop(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant()))
                .optional();
    }

    /** The service answers all the same: this is for who looks at the whole, not for readiness. */
    @Override
    public Health health() {
        return stop(told())
                .map(stop -> Health.down().withDetail("stopsAt", stop.event()).withDetail("type", stop.type()))
                .orElseGet(Health::up)
                .build();
    }
}
