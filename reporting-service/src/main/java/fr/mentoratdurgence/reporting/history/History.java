package fr.mentoratdurgence.reporting.history;

import fr.mentoratdurgence.platform.ReceivedEvent;
import fr.mentoratdurgence.reporting.ledger.Cut;
import fr.mentoratdurgence.reporting.ledger.Ledger;
import java.sql.Connection;
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
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The table of all public events: appended to, and read whole. */
public class History {
    private final DataSource dataSource;
    private final JdbcClient db;
    private final Clock clock;
    private final Set<YearMonth> partitions = ConcurrentHashMap.newKeySet();

    /** The history in this database. */
    public History(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.db = JdbcClient.create(dataSource);
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

    /** Folds the facts of a cut. */
    public Ledger ledger(Cut cut) {
        return ledger(cut, 1);
    }

    /** The same by several threads at once, each from a connection of its own. */
    public Ledger ledger(Cut cut, int threads) {
        return new Replay(dataSource, cut, threads).ledger();
    }

    /** Takes facts one by one; each is good during the call only. */
    public interface Taker {
        /** The next fact. */
        void take(RawFact fact) throws SQLException;
    }

    /** Gives all that was received of a day of record (UTC), in canonical order. */
    public void read(LocalDate day, Taker taker) throws SQLException {
        Instant start = day.atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant end = day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        String selection = "select " + CopiedRows.ALL_COLUMNS + " from history where recorded_at >= '" + start
                + "' and recorded_at < '" + end + "' order by recorded_at, source, subject, sequence, event_id";
        copy(selection, taker);
    }

    private void copy(String selection, Taker taker) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            new CopiedRows().read(connection.unwrap(PGConnection.class).getCopyAPI(), selection, taker);
        }
    }

    /** Record time of the first fact. */
    public Optional<Instant> firstRecordedAt() {
        return db.sql("select min(recorded_at) from history")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Days of record (UTC) of which something was received since an instant. */
    public SortedSet<LocalDate> daysReceivedSince(Instant instant) {
        return new TreeSet<>(
                db.sql("select distinct (recorded_at at time zone 'UTC')::date from history where received_at >= ?")
                        .param(at(instant))
                        .query(LocalDate.class)
                        .list());
    }

    /** How many facts a day of record (UTC) has. */
    public long facts(LocalDate day) {
        return db.sql("select count(*) from history where recorded_at >= ? and recorded_at < ?")
                .params(
                        day.atStartOfDay().atOffset(ZoneOffset.UTC),
                        day.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
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
                        FactReader.knows(row.getString("type"))))
                .list();
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
