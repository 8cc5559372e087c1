package fr.mentoratdurgence.platform.deadlines;

import static java.util.stream.Collectors.toMap;

import fr.mentoratdurgence.platform.Lease;
import fr.mentoratdurgence.platform.SharedLock;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.store.Conflicts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets deadlines pass, the longest overdue first. Any number of instances: each takes others for a minute, and does them
 * one by one, each in a transaction of its own. Those of one subject pass in their order over all instances; one that
 * fails again and again lets the later ones of its subject by.
 */
class DeadlineWatch {
    private static final Logger LOG = LoggerFactory.getLogger(DeadlineWatch.class);
    private static final int AT_ONCE = 50;
    private static final int MOST_CONFLICTS = 12;
    private static final Duration CLAIM = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    /** After so many attempts a deadline stands in nobody's way, and somebody should look. */
    static final int PATIENCE = 5;

    private static final Comparator<Deadline> ORDER =
            Comparator.comparing(Deadline::dueAt).thenComparing(Deadline::key);
    private static final String CLAIM_DUE = Lease.take("deadline", "key", """
            select d.key from deadline d
            where d.told_at is null and d.due_at <= ? and d.kind = any(?) and %s
                and not exists (
                    select 1 from deadline earlier
                    where earlier.subject = d.subject and earlier.told_at is null
                        and (earlier.due_at, earlier.key) < (d.due_at, d.key)
                        and earlier.claimed_until >= now() and earlier.attempts <= ?)
            order by d.due_at, d.key limit ? for update skip locked""".formatted(Lease.FREE), "deadline.*");

    private final Map<String, Consumer<Deadline>> handlers;
    private final TransactionTemplate claiming;
    private final TransactionTemplate passing;
    private final JdbcClient db;
    private final Clock clock;

    DeadlineWatch(List<OnDeadline> handlers, PlatformTransactionManager transactions, JdbcClient db, Clock clock) {
        this.handlers = handlers.stream()
                .flatMap(one -> one.kinds().stream().map(kind -> Map.entry(kind, one.passed())))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        this.claiming = new TransactionTemplate(transactions);
        // as commands do: all that one deadline leads to is decided on one moment
        this.passing = new TransactionTemplate(transactions);
        this.passing.setIsolationLevel(TransactionTemplate.ISOLATION_REPEATABLE_READ);
        this.db = db;
        this.clock = clock;
    }

    static Deadline deadline(ResultSet row, int number) throws SQLException {
        return new Deadline(
                row.getString("key"),
                row.getString("kind"),
                row.getString("subject"),
                row.getTimestamp("due_at").toInstant());
    }

    @Scheduled(fixedDelayString = "${mentorat.deadlines.every}")
    void watch() {
        while (batch() == AT_ONCE && !Thread.currentThread().isInterrupted()) {
            // as long as there are whole batches
        }
    }

    /** One claim; how many deadlines it took. */
    int batch() {
        List<Deadline> claimed = claim();
        long claimedAt = System.nanoTime();
        for (int next = 0; next < claimed.size(); next++) {
            if (System.nanoTime() - claimedAt > CLAIM.toNanos() / 2) {
                // so slow that the claim could end under our hands
                released(claimed.subList(next, claimed.size()));
                return next;
            }
            pass(claimed.get(next));
        }
        return claimed.size();
    }

    /** One instance at a time: whoever passed over a row that another is just taking could do the next one before it. */
    private List<Deadline> claim() {
        return Objects.requireNonNull(claiming.execute(_ -> {
                    SharedLock.untilCommit(db, "deadlines");
                    Instant now = clock.instant();
                    return db.sql(CLAIM_DUE)
                            .params(
                                    Timestamp.from(now),
                                    handlers.keySet().toArray(String[]::new),
                                    PATIENCE,
                                    AT_ONCE,
                                    Lease.lasting(CLAIM))
                            .query(DeadlineWatch::deadline)
                            .list();
                }))
                .stream()
                .sorted(ORDER)
                .toList();
    }

    private void pass(Deadline deadline) {
        for (int attempt = 1; ; attempt++) {
            try {
                passing.executeWithoutResult(_ -> passNow(deadline));
                return;
            } catch (RuntimeException failed) {
                if (!Conflicts.isConflict(failed) || attempt == MOST_CONFLICTS) {
                    LOG.warn("the deadline {} is tried again", deadline.key(), failed);
                    later(deadline);
                    return;
                }
            }
        }
    }

    /** The streams first and the row last, as the acts do that cancel it: so neither waits for the other. */
    private void passNow(Deadline deadline) {
        if (!stands(deadline)) {
            return;
        }
        try {
            Objects.requireNonNull(handlers.get(deadline.kind()), "only known kinds are claimed")
                    .accept(deadline);
        } catch (Rejection decided) {
            LOG.debug("{} was decided in the meantime: {}", deadline.key(), decided.getMessage());
        }
        Timestamp now = Timestamp.from(clock.instant());
        int told = db.sql("update deadline set told_at = ?, claimed_until = null where key = ? and told_at is null")
                .params(now, deadline.key())
                .update();
        if (told == 0) {
            // what was decided here cancelled it; whoever else had, would be a conflict, and a reason to start again
            db.sql("""
                    insert into deadline(key, kind, subject, due_at, set_at, told_at) values (?, ?, ?, ?, ?, ?)
                    on conflict do nothing""")
                    .params(
                            deadline.key(),
                            deadline.kind(),
                            deadline.subject(),
                            Timestamp.from(deadline.dueAt()),
                            now,
                            now)
                    .update();
        }
    }

    /** Neither cancelled, nor moved, nor told by who took it over. */
    private boolean stands(Deadline deadline) {
        return db.sql("select exists (select 1 from deadline where key = ? and told_at is null and due_at = ?)")
                .params(deadline.key(), Timestamp.from(deadline.dueAt()))
                .query(Boolean.class)
                .single();
    }

    private void later(Deadline deadline) {
        db.sql("""
                update deadline set claimed_until = now() + least(power(2, attempts) * interval '1 second', ?::interval)
                where key = ? and told_at is null""").params(Lease.lasting(LONGEST_PAUSE), deadline.key()).update();
    }

    private void released(List<Deadline> deadlines) {
        db.sql("""
                update deadline set claimed_until = null, attempts = attempts - 1
                where key = any(?) and told_at is null""")
                .param(deadlines.stream().map(Deadline::key).toArray(String[]::new))
                .update();
    }
}
