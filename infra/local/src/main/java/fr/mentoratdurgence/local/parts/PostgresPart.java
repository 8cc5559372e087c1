package fr.mentoratdurgence.local.parts;

import fr.mentoratdurgence.cli.FolderLock;
import fr.mentoratdurgence.cli.Folders;
import fr.mentoratdurgence.cli.Ports;
import fr.mentoratdurgence.cli.PrivateFiles;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A real PostgreSQL, run from its binaries as a child process on loopback. Works as root too.
 *
 * <p>Administered by the superuser of the machine; every database has roles of its own, and no role
 * may enter the database of another.
 */
public final class PostgresPart implements AutoCloseable {
    private static final Duration STARTUP = Duration.ofSeconds(90);
    private static final String SUPERUSER = "postgres";
    private static final String ACCESS = """
        # whoever connects shows a password, and is on this machine
        host all all 127.0.0.1/32 scram-sha-256
        host all all ::1/128 scram-sha-256
        """;

    private final EmbeddedPostgres server;
    private final String password;
    private final Path dir;
    private final boolean temporary;

    /** How to connect to one database. */
    public record Database(String url, String user, String password) {}

    private PostgresPart(EmbeddedPostgres server, Path dir, boolean temporary) {
        this.server = server;
        this.password = superuserPassword(dir);
        this.dir = dir;
        this.temporary = temporary;
    }

    /**
     * Starts on a folder that is kept; the data of an earlier start is found again.
     *
     * @param port 0 = any free one
     * @param durable a commit waits for the disk; false is only for tests
     */
    public static PostgresPart start(Path dir, int port, boolean durable) {
        return new PostgresPart(launch(dir, Ports.orFree(port), durable), dir, false).closed();
    }

    /** Starts on a folder that is removed at the end, on a free port, not durable: for tests. */
    public static PostgresPart startTemporary() {
        Path dir = Folders.temporary("mentorat-postgres-");
        var part = new PostgresPart(launch(dir, Ports.orFree(0), false), dir, true).closed();
        Runtime.getRuntime().addShutdownHook(new Thread(part::close, "postgres-stop"));
        return part;
    }

    /** Creates the database and its role of the same name if missing; the password is the name. */
    public Database createDatabase(String name) {
        return createDatabase(name, name);
    }

    /** Creates the database and its role of the same name if missing, and sets the role's password. */
    public Database createDatabase(String name, String password) {
        try (Connection connection = superuser(SUPERUSER)) {
            ServiceDatabase.createAlone(connection, name, password);
        } catch (SQLException e) {
            throw new PartFailure("database " + name + " could not be created", e);
        }
        return new Database(jdbcUrl(name), name, password);
    }

    /** The same with a role that owns it beside the one of the same name, see {@link ServiceDatabase}. */
    public Database createDatabase(String name, String password, String ownerPassword) {
        try {
            ServiceDatabase.create(this::superuser, name, password, ownerPassword);
        } catch (SQLException e) {
            throw new PartFailure("database " + name + " could not be created", e);
        }
        return new Database(jdbcUrl(name), name, password);
    }

    /** Whether anybody is connected to the database. */
    public boolean inUse(String database) {
        try (Connection connection = superuser(SUPERUSER);
                var select = connection.prepareStatement("select 1 from pg_stat_activity where datname = ?")) {
            select.setString(1, database);
            try (var rows = select.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            throw new PartFailure("PostgreSQL does not say who uses " + database, e);
        }
    }

    /** A new connection of the superuser to a database. */
    public Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), SUPERUSER, password);
    }

    /** A new folder trusts whoever connects: from here on everybody, the superuser too, shows a password. */
    private PostgresPart closed() {
        Path access = dir.toAbsolutePath().resolve("data").resolve("pg_hba.conf");
        try {
            if (!Files.readString(access).equals(ACCESS)) {
                try (Connection connection = superuser(SUPERUSER);
                        var statement = connection.createStatement()) {
                    statement.execute("alter role " + SUPERUSER + " password '" + password + "'");
                    PrivateFiles.write(access, ACCESS.getBytes(StandardCharsets.US_ASCII));
                    statement.execute("select pg_reload_conf()");
                }
            }
            return this;
        } catch (IOException | SQLException e) {
            close();
            throw new PartFailure("PostgreSQL could not be closed to strangers, data in " + dir, e);
        }
    }

    /** Drawn at the first start of this folder and kept beside the data. */
    private static String superuserPassword(Path dir) {
        Path file = dir.resolve("superuser");
        try {
            if (!Files.exists(file)) {
                byte[] drawn = new byte[32];
                new SecureRandom().nextBytes(drawn);
                PrivateFiles.write(file, Base64.getUrlEncoder().withoutPadding().encode(drawn));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of a database of this server. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }

    /** The loopback port it listens on. */
    public int port() {
        return server.getPort();
    }

    /** The server's process. */
    public ProcessHandle process() {
        // the process that we started may only be a wrapper around the server
        return runningOn(dir).orElseGet(() -> server.getProcess().toHandle());
    }

    /** The server still running on this folder, for instance after its launcher was killed. */
    public static Optional<ProcessHandle> runningOn(Path dir) {
        Path pidFile = dir.resolve("data").resolve("postmaster.pid");
        try {
            List<String> lines = Files.readAllLines(pidFile);
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(p -> serves(p, dir));
        } catch (IOException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static boolean serves(ProcessHandle process, Path dir) {
        // the pid in a stale file may by now belong to somebody else
        return process.isAlive()
                && process.info()
                        .commandLine()
                        .filter(line -> line.contains("postgres")
                                && line.contains(
                                        dir.toAbsolutePath().resolve("data").toString()))
                        .isPresent();
    }

    @Override
    public void close() {
        ProcessHandle process = process();
        try {
            // lets what runs come to its end, for five seconds
            server.close();
            if (process.isAlive()) {
                // a long checkpoint holds it up: what was confirmed is in its log, and found again at the next start
                new ProcessBuilder("kill", "-QUIT", Long.toString(process.pid()))
                        .start()
                        .waitFor();
            }
            process.onExit().get(STARTUP.toSeconds(), TimeUnit.SECONDS);
        } catch (IOException | ExecutionException | TimeoutException e) {
            throw new PartFailure("PostgreSQL did not stop, data in " + dir, e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            if (temporary) {
                Folders.delete(dir);
            }
        }
    }

    private static EmbeddedPostgres launch(Path dir, int port, boolean durable) {
        Path binaries = Folders.cache().resolve("postgres");
        Path data = dir.toAbsolutePath().resolve("data");
        Path complete = dir.toAbsolutePath().resolve("data-complete");
        try {
            PrivateFiles.folder(dir);
            if (!Files.exists(complete)) {
                // an interrupted first start leaves a folder that PostgreSQL refuses for ever
                Folders.delete(data);
            }
            EmbeddedPostgres server = withBinaries(
                    binaries,
                    () -> builder(binaries, data, port, durable).setConnectConfig("password", superuserPassword(dir)));
            if (!Files.exists(complete)) {
                Files.createFile(complete);
            }
            return server;
        } catch (IOException e) {
            throw new PartFailure("PostgreSQL did not start on port " + port + " with data in " + data, e);
        }
    }

    private static EmbeddedPostgres.Builder builder(Path binaries, Path data, int port, boolean durable) {
        String sync = durable ? "on" : "off";
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(binaries.toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(STARTUP)
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(
                        data.resolveSibling("postgres.log").toFile()))
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(
                        data.resolveSibling("postgres.log").toFile()))
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "300")
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("fsync", sync)
                .setServerConfig("full_page_writes", sync)
                .setServerConfig("synchronous_commit", sync);
    }

    /**
     * The library unpacks the binaries on the first start and, if it is interrupted there, fails for
     * ever afterwards: so one process at a time unpacks, and a half unpacked folder is removed first.
     */
    private static EmbeddedPostgres withBinaries(Path binaries, Supplier<EmbeddedPostgres.Builder> builder)
            throws IOException {
        if (unpacked(binaries)) {
            return builder.get().start();
        }
        try (FolderLock _ = FolderLock.on(binaries)) {
            for (Path half : versions(binaries)) {
                if (!isComplete(half)) {
                    Folders.delete(half);
                }
            }
            return builder.get().start();
        }
    }

    private static boolean unpacked(Path binaries) throws IOException {
        List<Path> versions = versions(binaries);
        return !versions.isEmpty() && versions.stream().allMatch(PostgresPart::isComplete);
    }

    private static boolean isComplete(Path version) {
        return Files.exists(version.resolve(".exists"));
    }

    private static List<Path> versions(Path binaries) throws IOException {
        if (!Files.isDirectory(binaries)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(binaries)) {
            return children.filter(child -> child.getFileName().toString().startsWith("PG-"))
                    .toList();
        }
    }
}
