package fr.mentoratdurgence.reporting.history;

import fr.mentoratdurgence.platform.PublisherPosition;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the services have told what they recorded. */
public class PublisherPositions {
    private final JdbcClient db;

    /** Those that are kept in this database. */
    public PublisherPositions(JdbcClient db) {
        this.db = db;
    }

    void told(String source, PublisherPosition position) {
        db.sql("""
                insert into publisher_position(topic, topic_partition, partitions, source, recorded_until, position)
                values (?, ?, ?, ?, ?, ?)
                on conflict (topic, topic_partition) do update
                set partitions = excluded.partitions, source = excluded.source, position = excluded.position,
                    recorded_until = excluded.recorded_until
                where excluded.recorded_until > publisher_position.recorded_until""")
                .params(List.of(
                        position.topic(),
                        position.partition(),
                        position.partitions(),
                        source,
                        position.recordedUntil().atOffset(ZoneOffset.UTC),
                        position.position()))
                .update();
    }

    /** Until when everything was heard; empty while a service has not told all its partitions yet. */
    public Optional<Instant> completeUntil() {
        return db.sql("""
                select case when count(*) filter (where told >= partitions) = ? then min(recorded_until) end
                from (select topic, count(*) as told, max(partitions) as partitions, min(recorded_until) as recorded_until
                      from publisher_position where topic = any(?) group by topic)""")
                .params(List.of(HistoryInbox.TOPICS.size(), HistoryInbox.TOPICS.toArray(String[]::new)))
                .query((row, _) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }
}
