package fr.mentoratdurgence.platform.readmodel;

import fr.mentoratdurgence.platform.store.Appends;
import fr.mentoratdurgence.platform.store.FactLog;
import fr.mentoratdurgence.platform.store.Place;
import fr.mentoratdurgence.platform.store.Retelling;
import fr.mentoratdurgence.platform.store.StoredFact;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One rebuild: tells the stored events to the second copy, some at a time, each portion in one transaction with the
 * position after it. What is left at the end is told while nobody can append, and the copy takes over in the same
 * transaction. The database alone knows how far it is, so it may end at any moment and go on elsewhere.
 */
final class Rebuild {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final int PORTION = 500;
    private static final int PORTIONS_PER_SECOND = 4;

    /**
     * How long others may have to stand behind us while we wait for those before us. It grows from one try to the next,
     * where all are slow, but never to the second after which PostgreSQL would look for a deadlock and choose who loses.
     */
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private static final Duration MOST_PATIENCE = Duration.ofMillis(800);
    private static final int REST_PER_PATIENCE = 5;
    private static final Duration GLANCE = Duration.ofMillis(20);
    private static final Duration STEP = Duration.ofMillis(250);
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** No longer ours to go on with. */
    private static final class Ended extends RuntimeException {
        Ended() {
            super("the rebuild was cancelled or has to stop", null, false, false);
        }
    }

    private final String name;
    private final SecondCopy copy;
    private final Retelling projection;
    private final FactLog log;
    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final int eventsPerSecond;
    private volatile boolean stopping;

    Rebuild(
            String name,
            SecondCopy copy,
            Object projection,
            FactLog log,
            JdbcClient db,
            TransactionTemplate transaction,
            Clock clock,
            int eventsPerSecond) {
        this.name = name;
        this.copy = copy;
        this.projection = new Retelling(projection);
        this.log = log;
        this.db = db;
        this.transaction = transaction;
        this.clock = clock;
        this.eventsPerSecond = eventsPerSecond;
    }

    /** Works until the copy has taken over, or until it is cancelled, stopped or fails. */
    void run(Connection own) {
        try {
            LOG.info("rebuild of {} from position {} to {}", name, position(), head());
            boolean tidy = false;
            for (Duration patience = PATIENCE; ; patience = more(patience)) {
                catchUp();
                if (!tidy) {
                    tidyUp(own);
                    tidy = true;
                    catchUp();
                }
                if (takeOver(patience)) {
                    LOG.info("rebuild of {} is done", name);
                    return;
                }
                rest(patience.multipliedBy(REST_PER_PATIENCE));
            }
        } catch (Ended _) {
            LOG.info("rebuild of {} was cancelled or has to stop", name);
        } catch (RuntimeException failed) {
            LOG.error("rebuild of {} failed", name, failed);
            note(failed);
        }
    }

    /** Ends after the portion that is being told. */
    void stop() {
        stopping = true;
    }

    /**
     * The last number of the store, once all that have taken an earlier one are through with it. They are only waited
     * for, not held back.
     */
    private long settled() {
        long last = head();
        Set<String> before = Appends.underWay(db);
        while (!before.isEmpty()) {
            rest(GLANCE);
            before.retainAll(Appends.underWay(db));
        }
        return last;
    }

    /** Until so little is left that it can be told while everybody waits. */
    private void catchUp() {
        long until;
        do {
            until = settled();
            tellUntil(until);
        } while (head() - until > PORTION);
    }

    private long head() {
        return db.sql("select coalesce(max(global_index), 0) from domain_event")
                .query(Long.class)
                .single();
    }

    private void tellUntil(long until) {
        int portion = Math.clamp(eventsPerSecond / PORTIONS_PER_SECOND, 1, PORTION);
        long due = System.nanoTime();
        int told;
        do {
            told = transaction.execute(_ -> {
                // a portion that a crash of the database takes back goes with its position
                var _ = db.sql("set local synchronous_commit = off").update();
                return tell(portion, until);
            });
            due += told * Duration.ofSeconds(1).toNanos() / eventsPerSecond;
            rest(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
            due = Math.max(due, System.nanoTime()); // what noise has cost is not made up for by a rush
        } while (told == portion);
    }

    private boolean takeOver(Duration patience) {
        return unlessSomebodyIsLonger(patience, () -> {
                    var _ = db.sql("lock table domain_event in share row exclusive mode")
                            .update();
                    var _ = tell(Integer.MAX_VALUE, Long.MAX_VALUE);
                    copy.takeOver(shape());
                    return db.sql("update read_model_rebuild set state = 'SWITCHED', ended_at = ? where name = ?")
                            .params(Timestamp.from(clock.instant()), name)
                            .update();
                })
                .isPresent();
    }

    private long position() {
        return db.sql("select position from read_model_rebuild where name = ?")
                .param(name)
                .query(Long.class)
                .single();
    }

    private String shape() {
        return db.sql("select shape from read_model_rebuild where name = ?")
                .param(name)
                .query(String.class)
                .single();
    }

    /** Tells what comes next to the copy and moves the position; returns how many events it was. */
    private int tell(int most, long until) {
        long from = db.sql("select position from read_model_rebuild where name = ? and state = 'RUNNING' for update")
                .param(name)
                .query(Long.class)
                .optional()
                .orElseThrow(Ended::new);
        long position = from;
        int told = 0;
        String path = copy.enter();
        try (Stream<StoredFact> past = log.after(Place.after(from))) {
            Iterator<StoredFact> next = past.iterator();
            while (told < most && next.hasNext()) {
                StoredFact fact = next.next();
                if (fact.number() > until) {
                    break;
                }
                projection.tell(fact);
                position = fact.number();
                told++;
            }
        }
        List<String> strangers = copy.strangers();
        if (!strangers.isEmpty()) {
            throw new IllegalStateException(
                    "the projection of " + name + " writes to tables that it does not declare: " + strangers);
        }
        copy.leave(path);
        var _ = db.sql("update read_model_rebuild set position = ?, moved_at = clock_timestamp() where name = ?")
                .params(position, name)
                .update();
        return told;
    }

    private void tidyUp(Connection own) {
        try (Statement statement = own.createStatement()) {
            for (String tidying : copy.tidyingUp()) {
                statement.execute(tidying);
            }
        } catch (SQLException failed) {
            // cancelled meanwhile, as the next portion will find; if not, autovacuum will do it later
            LOG.warn("the copy of {} has no statistics", name, failed);
        }
    }

    /** Who works longer than a moment with what we want to lock is not waited for: nobody shall have to wait behind us. */
    private <T> Optional<T> unlessSomebodyIsLonger(Duration patience, Supplier<T> work) {
        try {
            return Optional.of(transaction.execute(_ -> {
                var _ = db.sql("set local lock_timeout = " + patience.toMillis())
                        .update();
                return work.get();
            }));
        } catch (RuntimeException failed) {
            for (Throwable t = failed; t != null; t = t.getCause()) {
                if (t instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState())) {
                    LOG.debug("{} lets others go first, after {}", name, patience);
                    return Optional.empty();
                }
            }
            throw failed;
        }
    }

    private static Duration more(Duration patience) {
        return patience.compareTo(MOST_PATIENCE) < 0 ? patience.multipliedBy(2) : patience;
    }

    /** In small steps: who stops the service does not want to wait. */
    private void rest(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            leaveIfStopping();
            try {
                Thread.sleep(Duration.ofNanos(Math.min(left, STEP.toNanos())));
            } catch (InterruptedException _) {
                throw new Ended();
            }
        }
        leaveIfStopping();
    }

    private void leaveIfStopping() {
        if (stopping) {
            throw new Ended();
        }
    }

    private void note(RuntimeException failed) {
        Throwable root = failed;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String cause = failed.getMessage() + (failed.getCause() == null ? "" : " (" + root.getMessage() + ")");
        try {
            var _ = db.sql("""
                    update read_model_rebuild set state = 'FAILED', ended_at = ?, cause = ?
                    where name = ? and state = 'RUNNING'""")
                    .params(Timestamp.from(clock.instant()), cause, name)
                    .update();
        } catch (RuntimeException outage) {
            LOG.warn("the failure of {} could not be noted: it counts as interrupted", name, outage);
        }
    }
}
