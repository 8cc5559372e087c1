package fr.mentoratdurgence.platform.store;

import java.util.Collections;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Up to where the store is settled: a number below that has no event will never have one. So it is once everybody has
 * ended who was appending when a later number was seen already. Locks tell, not time: an event's time is that of the
 * operation, which a rehearsal puts years away from the clock on the wall, and no transaction has to end within a minute.
 */
final class Horizon {
    private final JdbcClient db;

    private long settled;
    private long seen;
    private Set<String> appendingThen = Set.of();

    Horizon(JdbcClient db) {
        this.db = db;
    }

    /** Holds for whoever looks into the store after this answer, not in a transaction of an earlier moment. */
    synchronized long settled() {
        long head = db.sql("select coalesce(max(global_index), 0) from domain_event")
                .query(Long.class)
                .single();
        Set<String> appending = Appends.underWay(db); // only now: who appears after the head has later numbers
        if (Collections.disjoint(appendingThen, appending)) {
            settled = appending.isEmpty() ? head : seen;
            seen = head;
            appendingThen = appending;
        }
        return settled;
    }
}
