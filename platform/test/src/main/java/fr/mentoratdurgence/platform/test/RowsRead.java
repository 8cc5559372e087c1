package fr.mentoratdurgence.platform.test;

import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts the rows that queries read, as the database itself counts them: what a page costs, whatever the machine. */
public final class RowsRead {
    private static final String READ =
            "select coalesce(sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)), 0) from pg_stat_xact_user_tables";

    private RowsRead() {}

    /** How many rows of all tables the queries of {@code work}, run on this thread, read. */
    public static long by(TransactionTemplate transactions, JdbcClient db, Supplier<?> work) {
        Long rows = transactions.execute(status -> {
            long before = db.sql(READ).query(Long.class).single();
            var _ = work.get();
            return db.sql(READ).query(Long.class).single() - before;
        });
        return rows == null ? 0 : rows;
    }
}
