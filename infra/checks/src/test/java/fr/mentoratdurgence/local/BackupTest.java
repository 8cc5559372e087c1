package fr.mentoratdurgence.local;

import static fr.mentoratdurgence.cli.Part.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.cli.ExitCode;
import fr.mentoratdurgence.cli.LocalOptions;
import fr.mentoratdurgence.local.parts.PostgresPart.Database;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run is saved while it works, and put back elsewhere. */
@Tag("reliability")
class BackupTest {
    private static final int OFFSET = 4_000;

    @TempDir
    private Path dir;

    private Path run;
    private Path saved;
    private Path keys;
    private Path back;
    private final StringWriter words = new StringWriter();

    @BeforeEach
    void folders() {
        run = dir.resolve("run");
        saved = dir.resolve("saved");
        keys = dir.resolve("apart").resolve("keys.properties");
        back = dir.resolve("back");
    }

    private LocalOptions at(Path folder) {
        return LocalOptions.of(LocalOptions.enclosingCheckout())
                .in(folder)
                .shiftedBy(OFFSET)
                .only(Set.of(POSTGRES));
    }

    private int command(String... arguments) {
        var commandLine = Launcher.commandLine();
        commandLine.setErr(new PrintWriter(words, true));
        return commandLine.execute(arguments);
    }

    /**
     * Two services of which the second hears what the first tells: each fact stands there first, and whatever is saved, no
     * fact may be at who heard it and not at who told it.
     */
    @Test
    void what_is_saved_of_all_databases_is_of_one_instant_and_comes_back_without_what_must_not_go_on()
            throws Exception {
        try (LocalSystem system = LocalSystem.start(at(run), Progress.SILENT)) {
            for (String service : new String[] {"needs", "matching"}) {
                sql(system.database(service), """
                    create table fact(id int primary key);
                    create table token_entry(processor_name text, owner text);
                    insert into token_entry values ('publisher', 'somebody');
                    create table inbox_event(event_id text primary key, received_at timestamptz);
                    create table dead_letter(envelope text, set_aside_by text, resolved_at timestamptz);
                    insert into dead_letter values ('{"id":"given-up"}', 'ops', now()), ('{"id":"waits"}', null, null),
                        ('forged', 'ops', now());
                    create table letter(state text, cause text, ended_at timestamptz, claimed_until timestamptz,
                        due_at timestamptz, urgent boolean);
                    insert into letter(state, due_at, urgent) values ('WAITING', now(), false),
                        ('WAITING', now(), true), ('WAITING', now() + interval '1 year', false)\
                    """);
            }
            sql(
                    system.database("gateway"),
                    "create table gateway_session(id int); insert into gateway_session values (1)");
            Files.createDirectories(run.resolve("segments"));
            Files.writeString(run.resolve("segments").resolve("day.parquet"), "facts");
            Files.writeString(run.resolve("segments").resolve("manifest.jsonl"), "line");

            AtomicBoolean stop = new AtomicBoolean();
            CountDownLatch some = new CountDownLatch(50);
            Thread work = Thread.ofVirtual().start(() -> facts(system, stop, some));
            some.await();
            assertThat(command("backup", saved.toString(), "--keys", saved + "/keys", "--var", run.toString()))
                    .as("keys go apart")
                    .isEqualTo(ExitCode.FAILED.code());
            assertThat(command("backup", saved.toString(), "--keys", keys.toString(), "--var", run.toString()))
                    .as(words.toString())
                    .isZero();
            stop.set(true);
            work.join();
            assertThat(command("restore", saved.toString(), "--keys", keys.toString(), "--var", run.toString()))
                    .as("not over a system that runs")
                    .isEqualTo(ExitCode.FAILED.code());
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(saved.resolve("SHA256SUMS"))).doesNotContain("secrets", "superuser");

        assertThat(command("restore", saved.toString(), "--keys", keys.toString(), "--var", back.toString()))
                .as(words.toString())
                .isZero();
        assertThat(command("restore", saved.toString(), "--keys", keys.toString(), "--var", back.toString()))
                .as("not over what is there")
                .isEqualTo(ExitCode.FAILED.code());

        try (LocalSystem system = LocalSystem.start(at(back), Progress.SILENT)) {
            Database needs = system.database("needs");
            assertThat(number(system.database("matching"), "select count(*) from fact"))
                    .isBetween(50L, number(needs, "select count(*) from fact"));
            assertThat(number(needs, "select count(*) from token_entry where processor_name = 'publisher'"))
                    .as("all is told again")
                    .isZero();
            assertThat(number(needs, "select count(*) from inbox_event where event_id = 'given-up'"))
                    .as("and what was given up has no effect this time either")
                    .isEqualTo(1);
            assertThat(number(needs, "select count(*) from dead_letter where resolved_at is null"))
                    .isZero();
            assertThat(number(needs, "select count(*) from letter where state = 'TO_CALL' and cause = 'RESTORED'"))
                    .as("a letter may have left since; but a worry about a young person leaves")
                    .isEqualTo(1);
            assertThat(number(system.database("gateway"), "select count(*) from gateway_session"))
                    .isZero();
            assertThat(back.resolve("segments").resolve("manifest.jsonl")).hasContent("line");
        }
    }

    @Test
    void a_backup_that_was_changed_or_is_not_whole_is_not_put_back() throws Exception {
        Files.createDirectories(saved);
        Files.createDirectories(keys.getParent());
        Files.writeString(keys, "");
        assertThat(command("restore", saved.toString(), "--keys", keys.toString(), "--var", back.toString()))
                .isEqualTo(ExitCode.FAILED.code());

        Files.writeString(saved.resolve("settings.properties"), "LOG_LEVEL=INFO");
        Files.writeString(saved.resolve("SHA256SUMS"), "0".repeat(64) + "  settings.properties\n");
        assertThat(command("restore", saved.toString(), "--keys", keys.toString(), "--var", back.toString()))
                .isEqualTo(ExitCode.FAILED.code());

        assertThat(words.toString())
                .contains("SHA256SUMS manque", "settings.properties")
                .doesNotContain("Exception");
        assertThat(back).doesNotExist();
    }

    private void facts(LocalSystem system, AtomicBoolean stop, CountDownLatch some) {
        try (Connection needs = connect(system.database("needs"));
                Connection matching = connect(system.database("matching"));
                Statement tells = needs.createStatement();
                Statement hears = matching.createStatement()) {
            for (int i = 0; !stop.get(); i++) {
                tells.execute("insert into fact values (" + i + ")");
                hears.execute("insert into fact values (" + i + ")");
                some.countDown();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The superuser: the tables of the services are made by others, and here by nobody. */
    private Connection connect(Database database) throws SQLException {
        try {
            Path folder = Files.exists(back) ? back : run;
            return DriverManager.getConnection(
                    database.url(),
                    "postgres",
                    Files.readString(folder.resolve("postgres").resolve("superuser")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void sql(Database database, String statements) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    private long number(Database database, String query) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
