package fr.mentoratdurgence.platform.store;

import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is appending to the store in this moment. */
public final class Appends {

    private Appends() {}

    /**
     * The transactions that are under way. Whoever appends holds its lock from before it takes its numbers until they
     * can be seen: who is not listed here has nothing any more that others will see later.
     */
    public static Set<String> underWay(JdbcClient db) {
        return new HashSet<>(db.sql("""
                select virtualtransaction from pg_locks
                where relation = 'domain_event'::regclass and mode = 'RowExclusiveLock' and granted
                    and database = (select oid from pg_database where datname = current_database())""").query(String.class).list());
    }
}
