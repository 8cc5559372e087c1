package fr.mentoratdurgence.needs.declaration;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.sun.net.httpserver.HttpServer;
import fr.mentoratdurgence.local.load.Caller;
import fr.mentoratdurgence.local.load.Figures;
import fr.mentoratdurgence.local.load.Load;
import fr.mentoratdurgence.platform.test.LocalParts;
import fr.mentoratdurgence.platform.test.Tokens;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.slf4j.LoggerFactory;

/**
 * What declaring a need costs the service alone, in its own process with the flags of the launcher: decided in the process,
 * and asked for over HTTP with a token, in turns. What is between is what the edge adds. The database and the broker are
 * real and are not counted; who asks is another process.
 */
final class CommandsBench {
    private static final String NEEDS = "/api/needs/v1/needs";

    /** What the service says of itself, since it started. */
    private record Spent(long cpu, long bytes) {
        Spent since(Spent before) {
            return new Spent(cpu - before.cpu, bytes - before.bytes);
        }
    }

    private final Process service;
    private final PrintStream asked;
    private final BufferedReader said;
    private final Caller stranger;
    private final int callers;

    private CommandsBench(Process service, int callers) throws IOException {
        this.service = service;
        this.asked = new PrintStream(service.getOutputStream(), true, UTF_8);
        this.said = new BufferedReader(new InputStreamReader(service.getInputStream(), UTF_8));
        this.stranger = new Caller("http://127.0.0.1:" + answer("PORT"));
        this.callers = callers;
    }

    /** @param arguments seconds of each turn (20), turns (3), callers at once (8), folder for recordings of JFR (none) */
    public static void main(String[] arguments) throws Exception {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN); // the broker tells all
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        int turns = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        int callers = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 8;
        HttpServer keys = keys();
        Process service = start("http://127.0.0.1:" + keys.getAddress().getPort() + "/certs");
        try {
            CommandsBench bench = new CommandsBench(service, callers);
            bench.prepare();
            bench.measure(Duration.ofSeconds(seconds), turns);
            if (arguments.length > 3) {
                bench.record(Path.of(arguments[3]).toAbsolutePath(), Duration.ofSeconds(seconds));
            }
        } finally {
            service.destroy();
        }
        System.exit(0); // the embedded parts have threads of their own
    }

    private static HttpServer keys() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/certs", exchange -> {
            byte[] keys = Tokens.publicKeys().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static Process start(String certificates) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx320m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Daxoniq.update-checker.disabled=true",
                "-cp",
                System.getProperty("java.class.path"),
                ServedCommands.class.getName(),
                "--logging.level.root=WARN",
                "--logging.level.access=INFO", // one line for each request is part of what it costs
                "--logging.file.name=/dev/null",
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + Tokens.ISSUER,
                "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + certificates));
        Map<String, Object> settings = new HashMap<>(LocalParts.settings(LocalParts.database()));
        settings.put("logging.structured.format.file", "ecs");
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** What stands after this word on a line of its own. */
    private String answer(String word) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(word + " ")) {
                return line.substring(word.length() + 1);
            }
        }
        throw new IllegalStateException("the service ended" + (service.isAlive() ? "" : ": " + service.exitValue()));
    }

    private Spent spent() throws IOException {
        asked.println("spent");
        String[] numbers = answer("SPENT").split(" ", -1);
        return new Spent(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
    }

    private void prepare() throws Exception {
        try (var file = Objects.requireNonNull(CommandsBench.class.getResourceAsStream("/annuaire-extrait.csv"))) {
            var _ = coordinator()
                    .post("/api/needs/v1/structures/import", "text/csv", new String(file.readAllBytes(), UTF_8), 200);
        }
    }

    private Caller coordinator() {
        String token = Tokens.coordinator();
        return stranger.with("Authorization", () -> "Bearer " + token);
    }

    private interface Turn {
        Figures run() throws Exception;
    }

    private Figures overHttp(Duration time) throws InterruptedException {
        Caller coordinator = coordinator();
        return Load.repeated(callers, time, () -> {
            var _ = coordinator.postJson(NEEDS, ServedCommands.NEED, 201);
        });
    }

    private Figures small(Duration time) throws InterruptedException {
        return Load.repeated(callers, time, () -> {
            var _ = stranger.get("/api/needs/v1/structures/0940176F", 200);
        });
    }

    private Figures direct(Duration time) throws IOException {
        asked.println("decide " + callers + " " + time.toMillis());
        Figures figures = new Figures();
        for (String nanos : answer("DECIDED").split(" ", -1)) {
            figures.answered(Long.parseLong(nanos));
        }
        return figures;
    }

    private void measure(Duration time, int turns) throws Exception {
        Map<String, Turn> ways = new LinkedHashMap<>();
        ways.put("decided in the process", () -> direct(time));
        ways.put("over HTTP, with a token", () -> overHttp(time));
        ways.put("a small read over HTTP, nobody's", () -> small(time));
        for (Turn way : ways.values()) {
            var _ = way.run(); // warms up
        }
        System.out.println(
                "| way | turn | a second | ms of CPU each | kB allocated each | p50 ms | p95 ms | p99 ms | failed |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        for (int turn = 1; turn <= turns; turn++) {
            for (Map.Entry<String, Turn> way : ways.entrySet()) {
                Spent before = spent();
                Figures figures = way.getValue().run();
                Spent spent = spent().since(before);
                int done = Math.max(1, figures.answered());
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %d | %.0f | %.2f | %.0f | %s | %s |%n",
                        way.getKey(),
                        turn,
                        figures.answered() * 1000.0 / time.toMillis(),
                        spent.cpu() / 1e6 / done,
                        spent.bytes() / 1024.0 / done,
                        figures.cells(),
                        figures.failures().isEmpty() ? "0" : figures.failures().toString());
            }
        }
    }

    /** Where time and memory go: {@code jfr view hot-methods}, {@code jfr view allocation-by-class}. */
    private void record(Path folder, Duration time) throws Exception {
        record(folder.resolve("commands.jfr"), () -> overHttp(time));
        record(folder.resolve("reads.jfr"), () -> small(time));
    }

    private void record(Path file, Turn turn) throws Exception {
        asked.println("record " + file);
        var _ = answer("RECORDS");
        var _ = turn.run();
        asked.println("stop");
        System.out.println(answer("RECORDED"));
    }
}
