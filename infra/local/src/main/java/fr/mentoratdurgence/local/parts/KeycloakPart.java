package fr.mentoratdurgence.local.parts;

import fr.mentoratdurgence.cli.FolderLock;
import fr.mentoratdurgence.cli.Folders;
import fr.mentoratdurgence.cli.PrivateFiles;
import fr.mentoratdurgence.sealing.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * A real Keycloak. The distribution comes through the machine's Maven; it is unpacked and configured
 * for PostgreSQL once per machine, and every system on the machine runs from that copy.
 *
 * <p>The server's JVM is started directly: its start script would stand between us and the process.
 */
public final class KeycloakPart {
    private static final List<String> BUILD_FLAGS = List.of(
            "--db=postgres",
            "--cache=local",
            "--health-enabled=true",
            "--features-disabled=ciba,par,kerberos,organization,passkeys,web-authn,recovery-codes,"
                    + "twitter-broker,identity-brokering-api");
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Path distribution;

    /**
     * One server to run.
     *
     * @param dir this server's own folder (realm to import, temporary files)
     * @param themes how its pages look
     * @param refused lists of passwords that everybody guesses first
     * @param origin the address browsers know, for instance {@code http://localhost:8180}
     */
    public record Settings(
            Path dir,
            String origin,
            int port,
            int managementPort,
            PostgresPart.Database database,
            Path realm,
            Path themes,
            Path refused) {}

    private KeycloakPart(Path distribution) {
        this.distribution = distribution;
    }

    /** The configured distribution; prepared now if this machine has none yet. */
    public static KeycloakPart prepare(Path projectHome) {
        String version = version();
        Path ready = Folders.cache().resolve("keycloak-" + version + "-" + shortHash(String.join(" ", BUILD_FLAGS)));
        if (Files.exists(ready.resolve(".complete"))) {
            return new KeycloakPart(ready);
        }
        try (FolderLock _ = FolderLock.on(Folders.cache().resolve("keycloak-lock"))) {
            if (!Files.exists(ready.resolve(".complete"))) {
                Folders.delete(ready);
                install(projectHome, version, ready);
            }
            return new KeycloakPart(ready);
        } catch (IOException e) {
            throw new PartFailure("Keycloak could not be prepared in " + ready, e);
        }
    }

    /** Whether {@link #prepare} has to unpack and configure first, which takes about a minute. */
    public static boolean needsPreparation() {
        return !Files.exists(Folders.cache()
                .resolve("keycloak-" + version() + "-" + shortHash(String.join(" ", BUILD_FLAGS)))
                .resolve(".complete"));
    }

    /** The command line that runs the server on loopback. */
    public List<String> command(Settings settings) {
        Path home = home(settings);
        var command = new ArrayList<>(List.of(
                java(),
                "-Xms64m",
                "-Xmx320m",
                "-XX:MaxMetaspaceSize=224m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dpicocli.disable.closures=true"));
        command.addAll(List.of(
                "-cp",
                distribution.resolve("lib").resolve("quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start",
                "--optimized",
                "--import-realm",
                // not remembered from the build: without it the server looks for others, on every address
                "--cache=local",
                "--http-enabled=true",
                // what is typed as a login, also by mistake, is personal: it goes to no log
                "--log-level=info,org.keycloak.events:off,io.smallrye.health:warn",
                "--hostname=" + settings.origin(),
                "--http-host=127.0.0.1",
                "--http-port=" + settings.port(),
                "--http-management-host=127.0.0.1",
                "--http-management-port=" + settings.managementPort(),
                "--db-url=" + settings.database().url(),
                "--db-username=" + settings.database().user(),
                "--db-pool-initial-size=1",
                "--db-pool-max-size=8"));
        return command;
    }

    /** What the server must not show on its command line. */
    public Map<String, String> environment(Settings settings, String adminPassword) {
        return Map.of(
                "KC_DB_PASSWORD",
                settings.database().password(),
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                adminPassword);
    }

    /** A home of this server's own over the shared distribution: several may run on one machine. */
    private Path home(Settings settings) {
        Path home = settings.dir().toAbsolutePath();
        try {
            PrivateFiles.folder(home);
            for (String shared : List.of("bin", "conf", "lib", "providers")) {
                link(home.resolve(shared), distribution.resolve(shared));
            }
            link(home.resolve("themes"), settings.themes().toAbsolutePath());
            link(
                    PrivateFiles.folder(home.resolve("data")).resolve("password-blacklists"),
                    settings.refused().toAbsolutePath());
            PrivateFiles.write(
                    home.resolve("data").resolve("import").resolve("mentorat-realm.json"),
                    Files.readAllBytes(settings.realm()));
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void link(Path link, Path to) throws IOException {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, to);
    }

    private static void install(Path projectHome, String version, Path ready) throws IOException {
        Path download = Folders.cache().resolve("download");
        Files.createDirectories(download);
        Files.createDirectories(ready);
        run(
                projectHome,
                "mvn",
                "-q",
                "-B",
                "-N",
                "dependency:copy",
                "-Dartifact=org.keycloak:keycloak-quarkus-dist:" + version + ":tar.gz",
                "-DoutputDirectory=" + download);
        Path archive = download.resolve("keycloak-quarkus-dist-" + version + ".tar.gz");
        run(ready, "tar", "xzf", archive.toString(), "--strip-components=1");
        Files.deleteIfExists(archive);
        var build =
                new ArrayList<>(List.of(ready.resolve("bin").resolve("kc.sh").toString(), "build"));
        build.addAll(BUILD_FLAGS);
        run(ready, build.toArray(String[]::new));
        Files.createFile(ready.resolve(".complete"));
    }

    private static void run(Path directory, String... command) throws IOException {
        Path output = Files.createTempFile("mentorat-", ".log");
        try {
            var builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            Process process = builder.start();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(command[0] + " took longer than " + PATIENCE);
            }
            if (process.exitValue() != 0) {
                throw new IOException(String.join(" ", command) + " failed:\n" + Files.readString(output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String version() {
        var versions = new Properties();
        try (var in = KeycloakPart.class.getResourceAsStream("/versions.properties")) {
            versions.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return versions.getProperty("keycloak");
    }

    private static String shortHash(String text) {
        return Sha256.hex(text).substring(0, 8);
    }
}
