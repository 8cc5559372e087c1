package fr.mentoratdurgence.local;

import fr.mentoratdurgence.cli.PartInstance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A process of the system. Its output goes to a log file; it never shares the terminal's signals. */
record Child(PartInstance part, Process process, Path log) {
    private static final Set<String> KEPT_VARIABLES = Set.of("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "USER", "TZ");

    private static final int LAST_LINES = 15;

    static Child start(PartInstance part, List<String> command, Map<String, String> environment, Path log) {
        var whole = new ArrayList<String>();
        // Ctrl-C in the terminal is for the launcher alone: it stops the parts in order
        whole.add("setsid");
        whole.addAll(command);
        var builder = new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().retainAll(KEPT_VARIABLES);
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(log.getParent());
            return new Child(part, builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Asks it to end, and ends it by force when it does not. */
    void stop(Duration patience) {
        end(process.toHandle(), patience);
    }

    static void end(ProcessHandle process, Duration patience) {
        process.destroy();
        if (!awaitEnd(process, patience)) {
            process.destroyForcibly();
            awaitEnd(process, patience);
        }
    }

    void kill() {
        process.destroyForcibly();
        awaitEnd(process.toHandle(), Duration.ofSeconds(10));
    }

    private static boolean awaitEnd(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From here on it works when nobody else does. */
    void makeRoomForOthers() {
        try {
            var _ = new ProcessBuilder("renice", "-n", "19", "-p", Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException _) {
            // a machine without this command only ends a little later
        }
    }

    /** The end of its log, for a person who wants to know why. */
    String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log);
            return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()).stream()
                    .map(Child::readable)
                    .collect(Collectors.joining("\n"));
        } catch (IOException _) {
            return "";
        }
    }

    /** The applications log JSON, which is for machines: a person wants the sentence. */
    private static String readable(String line) {
        if (!line.startsWith("{")) {
            return line;
        }
        try {
            JsonNode entry = JsonMapper.shared().readTree(line);
            return entry.path("message").asString() + " "
                    + entry.path("error").path("message").asString("");
        } catch (JacksonException _) {
            return line;
        }
    }
}
