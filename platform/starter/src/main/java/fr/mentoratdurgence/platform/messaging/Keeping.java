package fr.mentoratdurgence.platform.messaging;

import fr.mentoratdurgence.platform.SharedLock;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntSupplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Forgets, once a day and in small portions, which commands were done and which facts were heard long ago. A command that
 * comes again after that is answered by the rules of its stream. A fact that comes again is still recognised: its stream
 * is known up to the last fact that was forgotten, and facts of a stream come in their order.
 */
class Keeping {
    private static final Logger LOG = LoggerFactory.getLogger(Keeping.class);
    private static final int PORTION = 1_000;

    /** A transaction that began before a stream was settled has ended by then. */
    private static final Duration NOBODY_READS_LONGER = Duration.ofHours(1);

    private final DataSource database;
    private final JdbcClient db;
    private final Clock clock;
    private final KeepingSettings settings;

    Keeping(DataSource database, JdbcClient db, Clock clock, KeepingSettings settings) {
        this.database = database;
        this.db = db;
        this.clock = clock;
        this.settings = settings;
    }

    /** What is over its time; one instance at a time. */
    @Scheduled(initialDelayString = "${mentorat.keeping.after-start}", fixedDelayString = "${mentorat.keeping.every}")
    void forget() {
        Optional<SharedLock> lock = SharedLock.tryTake(database, "keeping");
        if (lock.isEmpty()) {
            return;
        }
        try (SharedLock _ = lock.get()) {
            Timestamp commands = before(settings.commands());
            Timestamp heard = before(settings.heard());
            int forgotten = inPortions(() -> commands(commands));
            int facts = inPortions(() -> facts(heard));
            settle(heard);
            if (forgotten + facts > 0) {
                LOG.info("forgotten: {} commands, {} facts", forgotten, facts);
            }
        }
    }

    private Timestamp before(Duration kept) {
        Instant now = clock.instant();
        return Timestamp.from(now.minus(kept));
    }

    private static int inPortions(IntSupplier portion) {
        int all = 0;
        int some;
        do {
            some = portion.getAsInt();
            all += some;
        } while (some == PORTION && !Thread.currentThread().isInterrupted());
        return all;
    }

    private int commands(Timestamp before) {
        return db.sql("""
            delete from processed_command where command_id in
                (select command_id from processed_command where processed_at < ? limit ? for update skip locked)\
            """).params(before, PORTION).update();
    }

    /** Those whose stream was settled a while ago. */
    private int facts(Timestamp before) {
        return db.sql("""
            delete from inbox_event where event_id in
                (select e.event_id from inbox_event e
                 join inbox_stream s on s.source = e.source and s.stream = e.stream and s.sequence >= e.sequence
                 where e.received_at < ? and s.settled_at < now() - ?::interval
                 order by e.received_at limit ? for update of e skip locked)\
            """)
                .params(before, NOBODY_READS_LONGER.toSeconds() + " seconds", PORTION)
                .update();
    }

    /** Up to where streams were heard long ago; their facts are forgotten the next time. */
    private void settle(Timestamp before) {
        db.sql("""
            insert into inbox_stream as known (source, stream, sequence, settled_at)
            select source, stream, max(sequence), now() from inbox_event
            where received_at < ? and stream is not null group by source, stream
            on conflict (source, stream) do update set sequence = excluded.sequence, settled_at = excluded.settled_at
            where known.sequence < excluded.sequence\
            """).param(before).update();
    }
}
