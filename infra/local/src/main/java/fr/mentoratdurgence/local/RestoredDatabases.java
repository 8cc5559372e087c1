package fr.mentoratdurgence.local;

import fr.mentoratdurgence.cli.Part;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * What must not simply go on where the backup was taken: between that moment and now people were written to, signed in and
 * erased, and the topics are gone.
 */
final class RestoredDatabases {
    /** Each service tells its whole store again; who heard a fact before hears it once all the same. */
    private static final List<String> TELLS_AGAIN = List.of(
            "delete from token_entry where processor_name = 'publisher'", "update token_entry set owner = null");

    /** Records that wait are told again; what somebody gave up on has no effect this time either. */
    private static final List<String> HEARS_AGAIN = List.of(
            "insert into inbox_event(event_id, received_at) select distinct envelope::json ->> 'id', now()"
                    + " from dead_letter where set_aside_by is not null and envelope is json object"
                    + " and envelope::json ->> 'id' is not null on conflict do nothing",
            "update dead_letter set resolved_at = now() where resolved_at is null");

    /** Letters that were due may have left since: somebody looks before they leave again, but for a worry about a young person. */
    private static final List<String> WAITS_FOR_A_LOOK =
            List.of("update letter set state = 'TO_CALL', cause = 'RESTORED', ended_at = now(), claimed_until = null"
                    + " where state = 'WAITING' and due_at <= now() and not urgent");

    /** Who was signed in signs in again. */
    private static final List<String> NOBODY_SIGNED_IN = List.of("delete from gateway_session");

    private static final List<String> NO_LOGIN =
            List.of("delete from offline_client_session", "delete from offline_user_session");

    private RestoredDatabases() {}

    /** Connects the superuser to a database. */
    @FunctionalInterface
    interface Superuser {
        Connection connect(String database) throws SQLException;
    }

    static void settle(Superuser superuser) throws SQLException {
        for (Part service : Part.SERVICES) {
            try (Connection connection = superuser.connect(service.id())) {
                where(connection, "token_entry", TELLS_AGAIN);
                where(connection, "dead_letter", HEARS_AGAIN);
                where(connection, "letter", WAITS_FOR_A_LOOK);
            }
        }
        try (Connection connection = superuser.connect("gateway")) {
            where(connection, "gateway_session", NOBODY_SIGNED_IN);
        }
        try (Connection connection = superuser.connect("keycloak")) {
            where(connection, "offline_user_session", NO_LOGIN);
        }
    }

    /** A service that never started here has no tables. */
    private static void where(Connection connection, String table, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement();
                var there = statement.executeQuery("select to_regclass('" + table + "') is not null")) {
            if (there.next() && there.getBoolean(1)) {
                for (String one : statements) {
                    try (Statement change = connection.createStatement()) {
                        change.execute(one);
                    }
                }
            }
        }
    }
}
