package fr.mentoratdurgence.local.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.mentoratdurgence.local.parts.PostgresPart.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresPartTest {
    @Test
    void data_survive_a_restart_on_the_same_folder(@TempDir Path dir) throws SQLException {
        try (PostgresPart first = PostgresPart.start(dir, 0, true)) {
            Database database = first.createDatabase("needs");
            execute(database, "create table need(id text); insert into need values ('need-1')");
            assertThat(PostgresPart.runningOn(dir)).isPresent();
        }
        assertThat(PostgresPart.runningOn(dir)).isEmpty();
        try (PostgresPart second = PostgresPart.start(dir, 0, true)) {
            Database database = second.createDatabase("needs", "another'password");
            assertThat(value(database, "select id from need")).isEqualTo("need-1");
            assertThat(value(database, "show fsync")).isEqualTo("on");
            assertThat(value(database, "show synchronous_commit")).isEqualTo("on");
            assertThat(value(database, "select current_user")).isEqualTo("needs");
        }
    }

    @Test
    void nobody_enters_without_a_password_also_after_a_restart(@TempDir Path dir) throws Exception {
        for (int start = 1; start <= 2; start++) {
            try (PostgresPart part = PostgresPart.start(dir, 0, false)) {
                part.createDatabase("needs", "one");
                for (String role : new String[] {"postgres", "needs"}) {
                    for (String password : new String[] {"", "postgres", "needs", "wrong"}) {
                        assertThatThrownBy(() -> DriverManager.getConnection(part.jdbcUrl("needs"), role, password))
                                .as("%s, %s", role, password)
                                .isInstanceOf(SQLException.class);
                    }
                }
            }
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.resolve("superuser"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_role_enters_its_own_database_only(@TempDir Path dir) {
        try (PostgresPart part = PostgresPart.start(dir, 0, false)) {
            Database needs = part.createDatabase("needs");
            part.createDatabase("mentor");
            assertThatThrownBy(
                            () -> DriverManager.getConnection(part.jdbcUrl("mentor"), needs.user(), needs.password()))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("mentor");
        }
    }

    @Test
    void a_database_of_before_passes_to_its_owner_with_all_that_is_in_it(@TempDir Path dir) throws SQLException {
        try (PostgresPart part = PostgresPart.start(dir, 0, false)) {
            Database before = part.createDatabase("needs", "one");
            execute(before, "create table need(id text); insert into need values ('need-1')");

            for (int start = 1; start <= 2; start++) {
                Database application = part.createDatabase("needs", "two", "three");
                Database owner = new Database(application.url(), "needs_owner", "three");
                assertThat(value(owner, "select tableowner from pg_tables where tablename = 'need'"))
                        .isEqualTo("needs_owner");
                assertThat(value(owner, "select pg_get_userbyid(datdba) from pg_database where datname = 'needs'"))
                        .isEqualTo("needs_owner");
                assertThatThrownBy(() -> execute(application, "drop table need"))
                        .hasMessageContaining("must be owner");
            }
            Database owner = new Database(before.url(), "needs_owner", "three");
            execute(owner, "grant usage, create on schema public to needs; alter table need owner to needs");
            execute(new Database(before.url(), "needs", "two"), "create schema copy; alter table need set schema copy");
        }
    }

    @Test
    void an_interrupted_first_start_is_healed(@TempDir Path dir) throws Exception {
        Files.createDirectories(dir.resolve("data"));
        Files.writeString(dir.resolve("data").resolve("postgresql.conf"), "port = 1");
        try (PostgresPart part = PostgresPart.start(dir, 0, false)) {
            assertThat(value(part.createDatabase("needs"), "select 'here'")).isEqualTo("here");
        }
    }

    @Test
    void a_server_that_is_held_up_is_ended_all_the_same_and_what_was_confirmed_is_found_again(@TempDir Path dir)
            throws Exception {
        try (PostgresPart first = PostgresPart.start(dir, 0, true)) {
            execute(first.createDatabase("needs"), "create table need(id text); insert into need values ('need-1')");
            ProcessHandle checkpointer = first.process()
                    .children()
                    .filter(child -> commandLine(child).contains("checkpointer"))
                    .findFirst()
                    .orElseThrow();
            new ProcessBuilder("kill", "-STOP", Long.toString(checkpointer.pid()))
                    .start()
                    .waitFor();
        }
        assertThat(PostgresPart.runningOn(dir)).isEmpty();
        try (PostgresPart second = PostgresPart.start(dir, 0, true)) {
            assertThat(value(second.createDatabase("needs"), "select id from need"))
                    .isEqualTo("need-1");
        }
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String value(Database database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
