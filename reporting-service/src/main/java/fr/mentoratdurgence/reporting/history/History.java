package fr.mentoratdurgence.reporting.history;

import fr.mentoratdurgence.platform.ReceivedEvent;
import fr.mentoratdurgence.reporting.bilan.Fact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The table of all public events: appended to, and read in canonical order. */
public class History {
    private static final int ROWS_PER_FETCH = 5_000;

    private final JdbcClient db;
    private final JdbcTemplate cursor;
    private final Clock clock;
    private final Facts facts = new Facts();
    private final Set<YearMonth> partitions = ConcurrentHashMap.newKeySet();

    /** The history in this database. */
    public History(DataSource dataSource, Clock clock) {
        this.db = JdbcClient.create(dataSource);
        this.cursor = new JdbcTemplate(dataSource);
        this.cursor.setFetchSize(ROWS_PER_FETCH);
        this.clock = clock;
    }

    void append(ReceivedEvent event) {
        Envelope envelope = Envelope.split(event.raw());
        Instant recordedAt = event.time().truncatedTo(ChronoUnit.MICROS);
        preparePartition(recordedAt);
        db.sql("""
                insert into history(event_id, source, type, subject, sequence, recorded_at, received_at,
                                    actor, actor_role, correlation, attributes, data)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?::json)
                on conflict do nothing""")
                .params(List.of(
                        event.id(),
                        event.source(),
                        event.type(),
                        event.subject(),
                        event.sequence(),
                        at(recordedAt),
                        at(clock.instant()),
                        event.actor(),
                        event.role(),
                        event.correlationId(),
                        envelope.attributes(),
                        envelope.data()))
                .update();
    }

    /** Gives the facts recorded until an instant, in canonical order, to a reader; rows come as they are read. */
    @Transactional(readOnly = true)
    public <T> T read(Instant until, Function<Stream<Fact>, T> reader) {
        try (Stream<Fact> told = cursor.queryForStream("""
                select event_id, recorded_at, source, subject, sequence, type, data
                from history where recorded_at <= ?
                order by recorded_at, source, subject, sequence, event_id""", (row, _) -> fact(row), at(until))) {
            return reader.apply(told);
        }
    }

    /** Record time of the first fact. */
    public Optional<Instant> firstRecordedAt() {
        return db.sql("select min(recorded_at) from history")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    List<HistoryStatus.Type> types() {
        return db.sql("""
                select source, type, count(*) as events, min(recorded_at) as first, max(recorded_at) as last
                from history group by source, type order by source, type""")
                .query((row, _) -> new HistoryStatus.Type(
                        row.getString("source"),
                        row.getString("type"),
                        row.getLong("events"),
                        instant(row, "first"),
                        instant(row, "last"),
                        Facts.knows(row.getString("type"))))
                .list();
    }

    private Fact fact(ResultSet row) throws SQLException {
        String type = row.getString("type");
        return new Fact(
                row.getString("event_id"),
                instant(row, "recorded_at"),
                row.getString("source"),
                row.getString("subject"),
                row.getLong("sequence"),
                type,
                facts.read(type, row.getString("data")));
    }

    private void preparePartition(Instant recordedAt) {
        YearMonth month = YearMonth.from(recordedAt.atOffset(ZoneOffset.UTC));
        if (!partitions.contains(month)) {
            LocalDate first = month.atDay(1);
            db.sql("select 1 from (select history_partition_for(?))")
                    .param(first)
                    .query(Integer.class)
                    .single();
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    partitions.add(month);
                }
            });
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
