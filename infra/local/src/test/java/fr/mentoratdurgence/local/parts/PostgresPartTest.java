package fr.mentoratdurgence.local.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.mentoratdurgence.local.parts.PostgresPart.Database;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void an_interrupted_first_start_is_healed(@TempDir Path dir) throws Exception {
        Files.createDirectories(dir.resolve("data"));
        Files.writeString(dir.resolve("data").resolve("postgresql.conf"), "port = 1");
        try (PostgresPart part = PostgresPart.start(dir, 0, false)) {
            assertThat(value(part.createDatabase("needs"), "select 'here'")).isEqualTo("here");
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
