package fr.mentoratdurgence.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The commands on the whole history run in a process of their own, from the classes of infra/tools: the command line
 * stays light, and a heavy query can be ended without ending the system.
 */
public final class ToolProcess {
    private static final String MAIN = "fr.mentoratdurgence.reporting.tools.Tools";

    private final LocalOptions options;
    private final Map<String, String> environment = new HashMap<>();

    private ToolProcess(LocalOptions options) {
        this.options = options;
        environment.put(
                "SEGMENTS", new RunFolder(options.directory()).segments().toString());
        // where sealed days are in a bucket; its keys are this process's surroundings
        options.environment().forEach((name, value) -> {
            if (name.startsWith("SEGMENTS_")) {
                environment.put(name, value);
            }
        });
    }

    /** On the history of the run that lives in this folder. */
    static ToolProcess of(Where where) {
        return beside(where.options(), where.running());
    }

    /** On the history of a run. */
    public static ToolProcess beside(LocalOptions options, LocalAddresses addresses) {
        ToolProcess tools = new ToolProcess(options);
        Secrets secrets = Secrets.in(options.directory());
        for (Part service : Part.SERVICES) {
            tools.database(service == Part.REPORTING ? "" : service.name() + "_", service.id(), addresses, secrets);
        }
        tools.environment.put("KAFKA_BOOTSTRAP", addresses.kafka());
        tools.environment.put("EVENT_KEYS", options.environment().getOrDefault("EVENT_KEYS", secrets.keys("events")));
        tools.environment.put("LOGS", options.directory().resolve("logs").toString());
        return tools;
    }

    /** On the segments alone: nothing has to run. */
    static ToolProcess ofSegments(Where where) {
        return new ToolProcess(where.options());
    }

    /** On a database of its own, with a folder for its segments. */
    public static ToolProcess of(Where where, String url, String user, String password, Path folder) {
        ToolProcess tools = new ToolProcess(where.options());
        tools.environment.put("SEGMENTS", folder.toString());
        tools.environment.put("DB_URL", url);
        tools.environment.put("DB_USER", user);
        tools.environment.put("DB_PASSWORD", password);
        return tools;
    }

    private void database(String prefix, String name, LocalAddresses addresses, Secrets secrets) {
        environment.put(prefix + "DB_URL", "jdbc:postgresql://127.0.0.1:" + addresses.port(Part.POSTGRES) + "/" + name);
        environment.put(prefix + "DB_USER", name);
        environment.put(prefix + "DB_PASSWORD", secrets.word("database." + name));
    }

    /** Runs one command of it in the terminal of this one; its exit code. */
    public int run(String heap, List<String> arguments) {
        return run(heap, arguments, new ProcessBuilder().inheritIO());
    }

    /** Runs one command of it, what it says in a file; its exit code. */
    public int run(String heap, List<String> arguments, Path said) {
        return run(
                heap, arguments, new ProcessBuilder().redirectErrorStream(true).redirectOutput(said.toFile()));
    }

    private int run(String heap, List<String> arguments, ProcessBuilder builder) {
        Path built = options.home().resolve("infra").resolve("tools").resolve("target");
        Path jar = built.resolve("tools.jar");
        if (!Files.exists(jar)) {
            throw new LocalFailure("application.absente", "infra/tools", jar);
        }
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
                jar + File.pathSeparator + built.resolve("lib") + File.separator + "*",
                MAIN));
        command.addAll(arguments);
        builder.command(command).environment().putAll(environment);
        try {
            Files.createDirectories(Path.of(environment.getOrDefault("SEGMENTS", ".")));
            Process process = builder.start();
            try {
                return process.waitFor();
            } catch (InterruptedException _) {
                process.destroy();
                Thread.currentThread().interrupt();
                return ExitCode.FAILED.code();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
