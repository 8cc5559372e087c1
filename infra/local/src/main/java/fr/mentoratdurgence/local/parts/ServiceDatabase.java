package fr.mentoratdurgence.local.parts;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/**
 * The database of a service and its two roles. The owner migrates and keeps what may only be appended to; the role of
 * the same name as the database is the one that the application connects with. infra/postgres/databases.sh says the same
 * for containers.
 */
public final class ServiceDatabase {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,40}");
    private static final String MAINTENANCE = "postgres";

    private ServiceDatabase() {}

    /** Connects the superuser to a database. */
    @FunctionalInterface
    public interface Superuser {
        /** A new connection. */
        Connection connect(String database) throws SQLException;
    }

    /** The role that owns a database. */
    public static String owner(String name) {
        return name + "_owner";
    }

    /**
     * Creates what is missing and sets both passwords. A database that the application's role still owns, as all once
     * did, passes to the owner with all that is in it; the next migration gives the application back what it may own.
     */
    public static void create(Superuser superuser, String name, String password, String ownerPassword)
            throws SQLException {
        String owner = owner(name);
        try (Connection connection = superuser.connect(MAINTENANCE);
                Statement statement = connection.createStatement()) {
            role(connection, name, password);
            role(connection, owner, ownerPassword);
            statement.execute("grant " + name + " to " + owner);
            if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                statement.execute("create database " + name + " owner " + owner);
                statement.execute("revoke connect, temporary on database " + name + " from public");
            }
        }
        try (Connection connection = superuser.connect(name);
                Statement statement = connection.createStatement()) {
            if (exists(
                    connection,
                    "select 1 from pg_database where datname = current_database() and pg_get_userbyid(datdba) = ?",
                    name)) {
                statement.execute("reassign owned by " + name + " to " + owner);
            }
            statement.execute("grant connect, temporary, create on database " + name + " to " + name);
        }
    }

    /** Creates a database whose only role owns it, where nothing has to be kept from anybody. */
    static void createAlone(Connection connection, String name, String password) throws SQLException {
        role(connection, name, password);
        if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("create database " + name + " owner " + name);
                statement.execute("revoke connect, temporary on database " + name + " from public");
            }
        }
    }

    private static void role(Connection connection, String name, String password) throws SQLException {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a database name: " + name);
        }
        try (Statement statement = connection.createStatement()) {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", name)) {
                statement.execute("create role " + name + " login");
            }
            statement.execute("alter role " + name + " password '" + password.replace("'", "''") + "'");
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
