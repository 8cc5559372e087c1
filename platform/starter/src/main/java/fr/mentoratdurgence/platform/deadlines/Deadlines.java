package fr.mentoratdurgence.platform.deadlines;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The deadlines of a service: set and cancelled by the act that decides or by the inbox that hears, in that transaction;
 * never by a projection, so that a rebuild or a replay sets none.
 */
public class Deadlines {
    private final JdbcClient db;
    private final Clock clock;

    Deadlines(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Sets them, or moves them to another instant. One that has passed has passed: nothing changes. */
    public void set(Deadline... deadlines) {
        inTransaction();
        db.sql("""
                insert into deadline(key, kind, subject, due_at, set_at)
                select key, kind, subject, due_at, ?
                from unnest(?::varchar[], ?::varchar[], ?::varchar[], ?::timestamptz[]) d(key, kind, subject, due_at)
                on conflict (key) do update
                set due_at = excluded.due_at, set_at = excluded.set_at, claimed_until = null, attempts = 0
                where deadline.told_at is null and deadline.due_at <> excluded.due_at""")
                .params(
                        Timestamp.from(clock.instant()),
                        column(deadlines, Deadline::key, String[]::new),
                        column(deadlines, Deadline::kind, String[]::new),
                        column(deadlines, Deadline::subject, String[]::new),
                        column(deadlines, d -> Timestamp.from(d.dueAt()), Timestamp[]::new))
                .update();
    }

    private static <T> T[] column(Deadline[] rows, Function<Deadline, T> value, IntFunction<T[]> array) {
        return Arrays.stream(rows).map(value).toArray(array);
    }

    /** It does not pass any more; it may be set again. */
    public void cancel(String key) {
        inTransaction();
        db.sql("delete from deadline where key = ? and told_at is null")
                .param(key)
                .update();
    }

    /** None of these kinds passes any more for this subject. */
    public void cancel(String subject, Collection<String> kinds) {
        inTransaction();
        db.sql("delete from deadline where subject = ? and kind = any(?) and told_at is null")
                .params(subject, kinds.toArray(String[]::new))
                .update();
    }

    /** What is set for this subject and has not passed, the first one first. */
    public List<Deadline> of(String subject) {
        return db.sql("select * from deadline where subject = ? and told_at is null order by due_at, key")
                .param(subject)
                .query(DeadlineWatch::deadline)
                .list();
    }

    private static void inTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a deadline is set and cancelled in the transaction of its reason");
        }
    }
}
