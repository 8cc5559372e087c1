package fr.mentoratdurgence.platform.keys;

import fr.mentoratdurgence.platform.PersonalDataCipher;
import fr.mentoratdurgence.platform.SharedLock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals under the key in force what is sealed under an older one, row by row, beside live traffic: each row is locked for
 * the moment of its own transaction. Begun twice, also by two instances, it is done once; cut off, it is begun again.
 */
public class Resealing {
    private static final Logger LOG = LoggerFactory.getLogger(Resealing.class);
    private static final String LOCK = "resealing";
    private static final int AT_ONCE = 200;
    /** Of a key, with the colon behind it. */
    private static final int LONGEST_NAME = 80;

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final DataSource database;
    private final List<SealedTable> tables;

    /** Of these tables. */
    public Resealing(JdbcClient db, TransactionTemplate transaction, DataSource database, List<SealedTable> tables) {
        this.db = db;
        this.transaction = transaction;
        this.database = database;
        this.tables = List.copyOf(tables);
    }

    /** How many rows of each table are under an older key. */
    public Map<String, Long> left() {
        Map<String, Long> left = new TreeMap<>();
        for (SealedTable table : tables) {
            left.put(
                    table.table(),
                    db.sql("select count(*) from " + table.table() + " where " + outdated(table))
                            .param("current", table.cipher().currentKey())
                            .query(Long.class)
                            .single());
        }
        return left;
    }

    /** Whether some instance is at it. */
    boolean running() {
        return SharedLock.isHeld(db, LOCK);
    }

    /** Begins, unless it runs already; whoever asked need not wait. */
    void begin() {
        SharedLock.tryTake(database, LOCK)
                .ifPresent(lock -> Thread.ofVirtual().name(LOCK).start(() -> {
                    try (lock) {
                        LOG.info("{} rows sealed anew", all());
                    }
                }));
    }

    /** All that is there now; answers how many rows. What cannot be opened stays as it is, and stays counted. */
    public int all() {
        return tables.stream().mapToInt(this::all).sum();
    }

    private int all(SealedTable table) {
        int sealed = 0;
        List<String> some = after(table, "");
        while (!some.isEmpty() && !Thread.currentThread().isInterrupted()) {
            for (String row : some) {
                try {
                    sealed += Boolean.TRUE.equals(transaction.execute(_ -> anew(table, row))) ? 1 : 0;
                } catch (RuntimeException failed) {
                    // no row's name: some are a person's number
                    LOG.warn("a row of {} stays under its old key", table.table(), failed);
                }
            }
            some = after(table, some.getLast());
        }
        return sealed;
    }

    private List<String> after(SealedTable table, String last) {
        return db.sql("select " + table.key() + " from " + table.table() + " where " + table.key() + " > :last and ("
                        + outdated(table) + ") order by " + table.key() + " limit :most")
                .param("last", last)
                .param("most", AT_ONCE)
                .param("current", table.cipher().currentKey())
                .query(String.class)
                .list();
    }

    /** False where somebody wrote it anew, or took it away, meanwhile. */
    private boolean anew(SealedTable table, String row) {
        List<String> columns = new ArrayList<>(table.columns().keySet());
        Optional<Map<String, Object>> found = db
                .sql("select " + String.join(", ", columns) + " from " + table.table() + " where " + table.key()
                        + " = :row and (" + outdated(table) + ") for update")
                .param("row", row)
                .param("current", table.cipher().currentKey())
                .query()
                .listOfRows()
                .stream()
                .findFirst();
        if (found.isEmpty()) {
            return false;
        }
        var update = db.sql("update " + table.table() + " set "
                + columns.stream().map(column -> column + " = :" + column).collect(Collectors.joining(", "))
                + " where " + table.key() + " = :row");
        for (String column : columns) {
            Object sealed = found.get().get(column);
            String boundTo = row + table.columns().get(column);
            update = update.param(column, sealed == null ? null : anew(table.cipher(), sealed, boundTo));
        }
        update.param("row", row).update();
        table.marks().accept(row);
        return true;
    }

    private static Object anew(PersonalDataCipher cipher, Object sealed, String boundTo) {
        return sealed instanceof byte[] bytes
                ? cipher.seal(cipher.open(bytes, boundTo), boundTo)
                : cipher.seal(cipher.open(sealed.toString(), boundTo), boundTo);
    }

    /** The key's name comes first, in texts and in bytes. */
    private static String outdated(SealedTable table) {
        return table.columns().keySet().stream()
                .map(column -> "split_part(encode(substring(" + column + "::bytea, 1, " + LONGEST_NAME
                        + "), 'escape'), ':', 1) <> :current")
                .collect(Collectors.joining(" or "));
    }

    /** Sealed columns that no table here names: by their names, which end so. */
    List<String> unnamed() {
        return db.sql("""
            select table_name || '.' || column_name from information_schema.columns
            where table_schema = current_schema() and data_type in ('text', 'bytea')
            and (column_name like '%\\_sealed' or column_name like 'sealed\\_%') order by 1\
            """).query(String.class).list().stream()
                .filter(column -> tables.stream()
                        .noneMatch(table -> table.columns().keySet().stream()
                                .anyMatch(named -> column.equals(table.table() + "." + named))))
                .toList();
    }
}
