package fr.mentoratdurgence.local;

import static fr.mentoratdurgence.cli.Part.FOLLOWUP;
import static fr.mentoratdurgence.cli.Part.GATEWAY;
import static fr.mentoratdurgence.cli.Part.KAFKA;
import static fr.mentoratdurgence.cli.Part.KEYCLOAK;
import static fr.mentoratdurgence.cli.Part.MATCHING;
import static fr.mentoratdurgence.cli.Part.MENTOR;
import static fr.mentoratdurgence.cli.Part.NEEDS;
import static fr.mentoratdurgence.cli.Part.POSTGRES;
import static fr.mentoratdurgence.cli.Part.REPORTING;

import fr.mentoratdurgence.cli.Application;
import fr.mentoratdurgence.cli.Folders;
import fr.mentoratdurgence.cli.LocalAddresses;
import fr.mentoratdurgence.cli.LocalFailure;
import fr.mentoratdurgence.cli.LocalOptions;
import fr.mentoratdurgence.cli.Part;
import fr.mentoratdurgence.cli.Ports;
import fr.mentoratdurgence.cli.PrivateFiles;
import fr.mentoratdurgence.cli.RunFolder;
import fr.mentoratdurgence.cli.RunRecord;
import fr.mentoratdurgence.cli.Secrets;
import fr.mentoratdurgence.cli.Texts;
import fr.mentoratdurgence.local.parts.KafkaMain;
import fr.mentoratdurgence.local.parts.KeycloakPart;
import fr.mentoratdurgence.local.parts.PartFailure;
import fr.mentoratdurgence.local.parts.PostgresPart;
import fr.mentoratdurgence.local.parts.PostgresPart.Database;
import fr.mentoratdurgence.local.parts.ServiceDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/**
 * The whole system, running on this machine. Parts can be killed and started again one by one, as a
 * test of resilience does.
 */
public final class LocalSystem implements AutoCloseable {
    private static final Duration READY_PATIENCE = Duration.ofMinutes(10);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);
    private static final Duration FIRST_STOP_PATIENCE = Duration.ofMinutes(1);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final LocalOptions options;
    private final RunFolder folder;
    private final LocalAddresses addresses;
    private final Secrets secrets;
    private final RunRecord record;
    private final Progress progress;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Map<Part, Child> children = new ConcurrentHashMap<>();
    /** Applications whose end takes longer, as they write their archive then. */
    private final Set<Part> firstEnds = ConcurrentHashMap.newKeySet();

    private final Map<String, Database> databases = new ConcurrentHashMap<>();
    private volatile @Nullable PostgresPart postgres;
    /** From here on parts may end, and nobody waits for one to come up. */
    private volatile boolean ending;

    private boolean closed;

    private LocalSystem(LocalOptions options, RunRecord record, Progress progress) {
        this.options = options;
        this.folder = new RunFolder(options.directory());
        this.addresses = new LocalAddresses(options.portOffset());
        this.secrets = Secrets.in(options.directory());
        this.record = record;
        this.progress = progress;
    }

    /** Starts everything and comes back when every part is ready; stops all of it when one is not. */
    public static LocalSystem start(LocalOptions options, Progress progress) {
        LocalSystem system = prepare(options, progress);
        system.startAll();
        return system;
    }

    /** Takes the directory and checks the ports, before anything is started. */
    static LocalSystem prepare(LocalOptions asked, Progress progress) {
        LocalOptions options = asked.in(asked.directory().toAbsolutePath().normalize());
        create(options.directory());
        RunRecord record = RunRecord.take(options.directory())
                .orElseThrow(() -> new LocalFailure("deja.en.marche", options.directory()));
        try {
            endOrphans(options.directory(), progress);
            if (options.fresh()) {
                empty(options.directory());
            }
            Map<String, String> variables = new HashMap<>(options.environment());
            variables.putAll(LocalClock.environment(options.directory(), options.environment(), Clock.systemUTC()));
            var system = new LocalSystem(options.with(variables), record, progress);
            system.refuseImpossiblePorts();
            system.refuseTakenPorts();
            record.open(options.portOffset());
            return system;
        } catch (RuntimeException e) {
            record.close();
            throw e;
        }
    }

    /** Ends what a launcher left behind that was killed; says how many processes that were. */
    static int endOrphans(Path directory, Progress progress) {
        List<ProcessHandle> orphans = new ArrayList<>(RunRecord.children(directory));
        orphans.forEach(ProcessHandle::destroy);
        orphans.forEach(orphan -> Child.end(orphan, STOP_PATIENCE));
        PostgresPart.runningOn(new RunFolder(directory).postgres()).ifPresent(server -> {
            // after its clients, or it would wait for them
            Child.end(server, STOP_PATIENCE);
            orphans.add(server);
        });
        if (!orphans.isEmpty()) {
            progress.say(Texts.say("orphelins.arretes", orphans.size()));
        }
        return orphans.size();
    }

    private static void create(Path directory) {
        try {
            PrivateFiles.folder(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All but the lock, which is ours. */
    private static void empty(Path directory) {
        for (String data : List.of("postgres", "kafka", "keycloak", "segments", "logs")) {
            Folders.delete(directory.resolve(data));
        }
        try {
            Files.deleteIfExists(directory.resolve("secrets.properties"));
            Files.deleteIfExists(directory.resolve(LocalClock.FILE));
            Files.deleteIfExists(directory.resolve("parcours.json"));
            Files.deleteIfExists(directory.resolve(DemoCommand.BEGUN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Before the ports are tried: a browser refuses to open some of them, and only says so once all runs. */
    private void refuseImpossiblePorts() {
        for (int port : addresses.all()) {
            if (!Ports.possible(port)) {
                throw new LocalFailure(
                        "port.impossible", Integer.toString(port), Integer.toString(options.portOffset()));
            }
        }
        for (Part part : List.of(GATEWAY, KEYCLOAK)) {
            if (Ports.refusedByBrowsers(addresses.port(part))) {
                throw new LocalFailure(
                        "port.refuse",
                        Integer.toString(addresses.port(part)),
                        part.title(),
                        Integer.toString(options.portOffset()));
            }
        }
    }

    private void refuseTakenPorts() {
        for (Part part : options.parts()) {
            if (Ports.taken(addresses.port(part))) {
                throw new LocalFailure("port.pris", Integer.toString(addresses.port(part)), part.title());
            }
        }
    }

    void startAll() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var database = run(POSTGRES, threads, List.of());
            var broker = run(KAFKA, threads, List.of());
            var all = new ArrayList<CompletableFuture<Void>>(List.of(database, broker));
            all.add(run(KEYCLOAK, threads, List.of(database)));
            for (Part application : Part.APPLICATIONS) {
                all.add(run(application, threads, List.of(database, broker)));
            }
            try {
                // the first failure ends the wait of all the others
                var failed = new CompletableFuture<Void>();
                for (CompletableFuture<Void> one : all) {
                    var _ = one.exceptionally(failure -> {
                        ending = true;
                        failed.completeExceptionally(failure);
                        throw new CompletionException(failure);
                    });
                }
                CompletableFuture.anyOf(failed, CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)))
                        .join();
            } catch (CompletionException e) {
                close();
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
        }
    }

    private CompletableFuture<Void> run(Part part, Executor threads, List<CompletableFuture<Void>> after) {
        var before = CompletableFuture.allOf(after.toArray(CompletableFuture[]::new));
        return options.parts().contains(part) ? before.thenRunAsync(() -> start(part), threads) : before;
    }

    /** Starts one part, for instance after {@link #kill}, and waits until it is ready. */
    public void start(Part part) {
        progress.starts(part);
        long begun = System.nanoTime();
        switch (part) {
            case POSTGRES -> startPostgres();
            case KAFKA -> startKafka();
            case KEYCLOAK -> startKeycloak();
            case NEEDS, MENTOR, MATCHING, FOLLOWUP, REPORTING, GATEWAY -> startApplication(part);
        }
        progress.ready(part, Duration.ofNanos(System.nanoTime() - begun));
    }

    private void startPostgres() {
        PostgresPart server = PostgresPart.start(folder.postgres(), addresses.port(POSTGRES), true);
        postgres = server;
        record.add(POSTGRES, server.process().pid());
        for (String name : List.of("gateway", "keycloak")) {
            databases.put(name, server.createDatabase(name, secrets.word("database." + name)));
        }
        for (Part service : Part.SERVICES) {
            String name = service.id();
            databases.put(name, server.createDatabase(name, secrets.word("database." + name), ownerPassword(service)));
        }
    }

    private void startKafka() {
        var command = List.of(
                Application.java(),
                "-Xms64m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--sun-misc-unsafe-memory-access=allow",
                RunRecord.mark(options.directory()),
                "-cp",
                System.getProperty("java.class.path"),
                KafkaMain.class.getName(),
                options.directory().resolve("kafka").toString(),
                Integer.toString(addresses.port(KAFKA)),
                Integer.toString(addresses.kafkaControllerPort()));
        launch(KAFKA, command, Map.of());
        await(KAFKA, this::brokerAnswers);
    }

    private boolean brokerAnswers() {
        if (!Ports.taken(addresses.port(KAFKA))) {
            return false;
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", addresses.kafka(), "request.timeout.ms", "3000"))) {
            return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException _) {
            return false;
        }
    }

    private void startKeycloak() {
        if (KeycloakPart.needsPreparation()) {
            progress.say(Texts.say("keycloak.preparation"));
        }
        KeycloakPart keycloak = KeycloakPart.prepare(options.home());
        Path accounts = options.directory().resolve("keycloak");
        Path realm = accounts.resolve("realm.json");
        boolean changed = Realm.write(
                options.home().resolve("infra").resolve("keycloak"),
                realm,
                addresses.origin(),
                Map.of("gateway", gatewayClientSecret(), "mentor-service", accountsClientSecret()));
        if (changed) {
            progress.say(Texts.say("keycloak.realm.change"));
        }
        var settings = new KeycloakPart.Settings(
                accounts,
                addresses.keycloak(),
                addresses.port(KEYCLOAK),
                addresses.keycloakManagementPort(),
                database("keycloak"),
                realm,
                options.home().resolve("infra").resolve("keycloak").resolve("themes"));
        var command = new ArrayList<>(keycloak.command(settings));
        command.add(1, RunRecord.mark(options.directory()));
        launch(KEYCLOAK, command, keycloak.environment(settings, administratorPassword()));
        awaitHttp(KEYCLOAK);
    }

    private void startApplication(Part part) {
        Application application = Application.unpacked(part, options.home());
        if (!application.hasArchive()) {
            firstEnds.add(part);
        }
        launch(part, application.command(options.directory()), environment(part));
        awaitHttp(part);
    }

    /** The time that the applications live in. */
    Clock clock() {
        return LocalClock.shown(options.environment(), Clock.systemUTC());
    }

    private Map<String, String> environment(Part part) {
        var values = new HashMap<String, String>();
        Database database = database(part.id());
        values.put("SERVER_PORT", Integer.toString(addresses.port(part)));
        values.put("DB_URL", database.url());
        values.put("DB_USER", database.user());
        values.put("DB_PASSWORD", database.password());
        values.put("KAFKA_BOOTSTRAP", addresses.kafka());
        values.put("OIDC_ISSUER", addresses.issuer());
        values.put("OIDC_INTERNAL", addresses.issuer());
        values.put("PUBLIC_ORIGIN", addresses.origin());
        if (part == GATEWAY) {
            values.put("SESSION_KEY", secrets.word("session.key"));
            values.put("GATEWAY_CLIENT_SECRET", gatewayClientSecret());
            values.put("NEEDS_URL", addresses.direct(NEEDS));
            values.put("MENTOR_URL", addresses.direct(MENTOR));
            values.put("MATCHING_URL", addresses.direct(MATCHING));
            values.put("FOLLOWUP_URL", addresses.direct(FOLLOWUP));
            values.put("REPORTING_URL", addresses.direct(REPORTING));
        } else {
            // keys of one service open nothing of another
            values.put("PERSONAL_DATA_KEYS", secrets.keys("personal-data." + part.id()));
            values.put("EVENT_KEYS", secrets.keys("events"));
            values.put("DB_OWNER_USER", ServiceDatabase.owner(part.id()));
            values.put("DB_OWNER_PASSWORD", ownerPassword(part));
        }
        if (part == REPORTING) {
            values.put("SEGMENTS", folder.segments().toString());
        }
        if (part == MENTOR) {
            values.put("ACCOUNTS_CLIENT_ID", "mentor-service");
            values.put("ACCOUNTS_CLIENT_SECRET", accountsClientSecret());
        }
        values.putAll(options.environment());
        return values;
    }

    private String ownerPassword(Part service) {
        return secrets.word("database-owner." + service.id());
    }

    private String gatewayClientSecret() {
        return secrets.word("client.gateway");
    }

    private String accountsClientSecret() {
        return secrets.word("client.mentor-service");
    }

    private void launch(Part part, List<String> command, Map<String, String> environment) {
        if (ending) {
            throw new LocalFailure("arret.en.cours");
        }
        Child child = Child.start(part, command, environment, log(part));
        children.put(part, child);
        record.add(part, child.process().pid());
        var _ = child.process().onExit().thenAccept(ended -> {
            if (!ending && child.equals(children.get(part))) {
                progress.say(Texts.say("partie.tombee", part.title(), ended.exitValue(), log(part)));
            }
        });
    }

    private void awaitHttp(Part part) {
        URI readiness = addresses.readiness(part);
        await(part, () -> answersOk(readiness));
    }

    private boolean answersOk(URI address) {
        try {
            var request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void await(Part part, BooleanSupplier ready) {
        long deadline = System.nanoTime() + READY_PATIENCE.toNanos();
        Child child = children.get(part);
        while (!ready.getAsBoolean()) {
            if (child != null && !child.alive()) {
                throw new LocalFailure("partie.arretee", part.title(), log(part), child.lastLines());
            }
            if (ending) {
                throw new LocalFailure("arret.en.cours");
            }
            if (System.nanoTime() > deadline) {
                throw new LocalFailure("partie.lente", part.title(), READY_PATIENCE.toMinutes(), log(part));
            }
            try {
                Thread.sleep(LOOK_AGAIN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new PartFailure("interrupted while waiting for " + part, e);
            }
        }
    }

    /** Ends a part at once, as a crash would (signal 9). */
    public void kill(Part part) {
        if (part == POSTGRES) {
            PostgresPart server = running();
            server.process().destroyForcibly();
            server.process().onExit().join();
            server.close();
            return;
        }
        Child child = children.remove(part);
        if (child != null) {
            child.kill();
        }
    }

    /** Asks a part to end and waits for it. */
    public void stop(Part part) {
        if (part == POSTGRES) {
            running().close();
            return;
        }
        Child child = children.remove(part);
        if (child != null) {
            child.stop(patience(part));
        }
    }

    private Duration patience(Part part) {
        return firstEnds.contains(part) ? FIRST_STOP_PATIENCE : STOP_PATIENCE;
    }

    /** Whether the part's process lives. */
    public boolean alive(Part part) {
        if (part == POSTGRES) {
            return running().process().isAlive();
        }
        Child child = children.get(part);
        return child != null && child.alive();
    }

    private PostgresPart running() {
        PostgresPart server = postgres;
        if (server == null) {
            throw new IllegalStateException("PostgreSQL was not started");
        }
        return server;
    }

    /** Where the parts answer. */
    public LocalAddresses addresses() {
        return addresses;
    }

    /** What this run keeps. */
    public Path directory() {
        return options.directory();
    }

    /** What the part wrote. */
    public Path log(Part part) {
        return folder.log(part);
    }

    /** The database of a service, by its name. */
    public Database database(String name) {
        Database database = databases.get(name);
        if (database == null) {
            throw new IllegalArgumentException("no such database: " + name);
        }
        return database;
    }

    /** The password of Keycloak's administrator, who exists on this machine only. */
    public String administratorPassword() {
        return secrets.word("keycloak.admin");
    }

    /** Stops all parts: first those that work, then those they work with. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        ending = true;
        if (!firstEnds.isEmpty()) {
            progress.say(Texts.say("premier.arret"));
        }
        var users = new EnumMap<Part, Child>(Part.class);
        users.putAll(children);
        Child broker = users.remove(KAFKA);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            users.values().forEach(child -> threads.execute(() -> child.stop(patience(child.part()))));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            if (broker != null) {
                threads.execute(() -> broker.stop(STOP_PATIENCE));
            }
            PostgresPart server = postgres;
            if (server != null) {
                threads.execute(server::close);
            }
        }
        record.close();
    }
}
