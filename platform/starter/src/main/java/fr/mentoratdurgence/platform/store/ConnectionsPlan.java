package fr.mentoratdurgence.platform.store;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Says at the start whether the database server lets all instances in that are planned for: the last one to come would
 * find it full, in the middle of a crisis, and not the first one today.
 */
class ConnectionsPlan {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionsPlan.class);

    /** Migrations, tools, the login server's own count not among them. */
    private static final int BESIDE = 10;

    private final DataSource database;
    private final JdbcClient db;
    private final int sharers;

    ConnectionsPlan(DataSource database, JdbcClient db, int sharers) {
        this.database = database;
        this.db = db;
        this.sharers = sharers;
    }

    @EventListener(ApplicationReadyEvent.class)
    void look() {
        try {
            fault().ifPresent(LOG::warn);
        } catch (DataAccessException away) {
            LOG.debug("the database server does not say how many it lets in", away);
        }
    }

    /** What does not fit, in a sentence; nothing where all fits. */
    Optional<String> fault() {
        if (!(database instanceof HikariDataSource pool)) {
            return Optional.empty();
        }
        int lets = setting("max_connections")
                - setting("superuser_reserved_connections")
                - setting("reserved_connections");
        int planned = pool.getMaximumPoolSize() * sharers + BESIDE;
        return planned <= lets
                ? Optional.empty()
                : Optional.of(("the database server lets %d connections in, and %d instances (DB_SHARERS) with %d each"
                                + " (DB_POOL) and %d beside them ask for %d: raise max_connections to %d, lower DB_POOL, or put"
                                + " a pooler between them")
                        .formatted(
                                lets,
                                sharers,
                                pool.getMaximumPoolSize(),
                                BESIDE,
                                planned,
                                planned + setting("max_connections") - lets));
    }

    private int setting(String name) {
        return db.sql("select current_setting(?)::int")
                .param(name)
                .query(Integer.class)
                .single();
    }
}
