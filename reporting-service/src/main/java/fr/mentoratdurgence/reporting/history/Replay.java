package fr.mentoratdurgence.reporting.history;

import fr.mentoratdurgence.reporting.ledger.Cut;
import fr.mentoratdurgence.reporting.ledger.Ledger;
import fr.mentoratdurgence.reporting.ledger.WordNumbers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * One pass over the table, from one snapshot. The table is cut into ranges of pages; each thread copies range after
 * range into a ledger of its own, and the ledgers are joined at the end. Folds ask for no order, so none is made.
 */
final class Replay {
    /** 64 MiB of pages: enough that asking costs nothing, little enough that threads end together. */
    private static final long PAGES_PER_RANGE = 8_192;

    private final DataSource dataSource;
    private final Cut cut;
    private final int threads;
    private final WordNumbers codes = WordNumbers.ofCodes();
    private final WordNumbers names = WordNumbers.ofNames();

    Replay(DataSource dataSource, Cut cut, int threads) {
        this.dataSource = dataSource;
        this.cut = cut;
        this.threads = threads;
    }

    Ledger ledger() {
        try (Connection leader = dataSource.getConnection()) {
            boolean autoCommit = leader.getAutoCommit();
            leader.setAutoCommit(false);
            try {
                return fold(leader);
            } finally {
                leader.rollback();
                leader.setAutoCommit(autoCommit);
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the history could not be read", e);
        }
    }

    private Ledger fold(Connection leader) throws SQLException {
        String snapshot;
        Queue<String> ranges = new ConcurrentLinkedQueue<>();
        try (Statement statement = leader.createStatement()) {
            statement.execute("set transaction isolation level repeatable read read only");
            snapshot = text(statement, "select pg_export_snapshot()");
            ranges.addAll(ranges(statement));
        }
        if (threads == 1) {
            return take(leader, ranges);
        }
        List<Callable<Ledger>> work = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            work.add(() -> follow(snapshot, ranges));
        }
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            Ledger all = new Ledger(cut, codes, names);
            for (Future<Ledger> part : executor.invokeAll(work)) {
                all.join(part.get());
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DataAccessResourceFailureException("interrupted while reading the history", e);
        } catch (ExecutionException e) {
            throw new DataAccessResourceFailureException("the history could not be read", e);
        }
    }

    private Ledger follow(String snapshot, Queue<String> ranges) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set transaction isolation level repeatable read read only");
                statement.execute("set transaction snapshot '" + snapshot + "'");
                return take(connection, ranges);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private Ledger take(Connection connection, Queue<String> ranges) throws SQLException {
        Ledger ledger = new Ledger(cut, codes, names);
        FactReader reader = new FactReader(ledger);
        CopiedRows rows = new CopiedRows();
        for (String range = ranges.poll(); range != null; range = ranges.poll()) {
            rows.read(connection.unwrap(PGConnection.class).getCopyAPI(), range, reader::read);
        }
        return ledger;
    }

    private List<String> ranges(Statement statement) throws SQLException {
        List<String> ranges = new ArrayList<>();
        String until = cut.recordedUntil().truncatedTo(ChronoUnit.MICROS).toString();
        try (ResultSet partitions = statement.executeQuery("""
                select inhrelid::regclass::text, pg_relation_size(inhrelid) / current_setting('block_size')::bigint
                from pg_inherits where inhparent = 'history'::regclass order by 1""")) {
            while (partitions.next()) {
                String select = "select " + CopiedRows.COLUMNS + " from " + partitions.getString(1)
                        + " where recorded_at <= '" + until + "'";
                long pages = partitions.getLong(2);
                for (long from = 0; from < pages; from += PAGES_PER_RANGE) {
                    boolean last = from + PAGES_PER_RANGE >= pages;
                    String end = last ? "" : " and ctid < '(" + (from + PAGES_PER_RANGE) + ",0)'::tid";
                    ranges.add(select + " and ctid >= '(" + from + ",0)'::tid" + end);
                }
            }
        }
        return ranges;
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
