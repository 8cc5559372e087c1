package fr.mentoratdurgence.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The commands on the whole history run in a process of their own, from the classes of reporting-service: the launcher
 * stays light, and a heavy query can be ended without ending the system.
 */
public final class Workbench {
    private static final String MAIN = "fr.mentoratdurgence.reporting.workbench.Workbench";

    private final LocalOptions options;
    private final Map<String, String> environment = new HashMap<>();

    private Workbench(LocalOptions options) {
        this.options = options;
        environment.put(
                "SEGMENTS", new RunFolder(options.directory()).segments().toString());
    }

    /** On the history of the run that lives in this folder. */
    static Workbench of(Where where) {
        LocalAddresses addresses = where.running();
        Workbench workbench = new Workbench(where.options());
        Secrets secrets = Secrets.in(where.folder());
        workbench.database("", "reporting", addresses, secrets);
        for (String name : List.of("needs", "mentor", "matching", "followup")) {
            workbench.database(name.toUpperCase(Locale.ROOT) + "_", name, addresses, secrets);
        }
        workbench.environment.put("KAFKA_BOOTSTRAP", addresses.kafka());
        workbench.environment.put("LOGS", where.folder().resolve("logs").toString());
        return workbench;
    }

    /** On the segments alone: nothing has to run. */
    static Workbench ofSegments(Where where) {
        return new Workbench(where.options());
    }

    /** On a database of its own, with a folder for its segments. */
    public static Workbench of(Where where, String url, String user, String password, Path folder) {
        Workbench workbench = new Workbench(where.options());
        workbench.environment.put("SEGMENTS", folder.toString());
        workbench.environment.put("DB_URL", url);
        workbench.environment.put("DB_USER", user);
        workbench.environment.put("DB_PASSWORD", password);
        return workbench;
    }

    private void database(String prefix, String name, LocalAddresses addresses, Secrets secrets) {
        environment.put(prefix + "DB_URL", "jdbc:postgresql://127.0.0.1:" + addresses.port(Part.POSTGRES) + "/" + name);
        environment.put(prefix + "DB_USER", name);
        environment.put(prefix + "DB_PASSWORD", secrets.word("database." + name));
    }

    /** Runs one command of it in the terminal of this one; its exit code. */
    public int run(String heap, List<String> arguments) {
        Application reporting = Application.unpacked(Part.REPORTING, options.home());
        List<String> command = new ArrayList<>(List.of(
                Application.java(),
                "-Xmx" + heap,
                "-XX:+UseParallelGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-Dlogging.level.root=ERROR",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=fr",
                "-Duser.country=FR",
                "-cp",
                reporting.jar().toString(),
                MAIN));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(Path.of(environment.getOrDefault("SEGMENTS", ".")));
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Mentorat.FAILED;
        }
    }
}
