package fr.mentoratdurgence.local;

import static fr.mentoratdurgence.cli.Part.KAFKA;
import static fr.mentoratdurgence.cli.Part.KEYCLOAK;
import static fr.mentoratdurgence.cli.Part.MAIL;
import static fr.mentoratdurgence.cli.Part.POSTGRES;

import fr.mentoratdurgence.cli.Application;
import fr.mentoratdurgence.cli.LocalAddresses;
import fr.mentoratdurgence.cli.LocalClock;
import fr.mentoratdurgence.cli.LocalOptions;
import fr.mentoratdurgence.cli.Part;
import fr.mentoratdurgence.cli.PartInstance;
import fr.mentoratdurgence.cli.RunFolder;
import fr.mentoratdurgence.cli.RunRecord;
import fr.mentoratdurgence.cli.Secrets;
import fr.mentoratdurgence.cli.Texts;
import fr.mentoratdurgence.local.parts.KafkaMain;
import fr.mentoratdurgence.local.parts.KeycloakPart;
import fr.mentoratdurgence.local.parts.MailMain;
import fr.mentoratdurgence.local.parts.PostgresPart;
import fr.mentoratdurgence.local.parts.PostgresPart.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * The whole system, running on this machine. A part that ends by itself comes back; parts can also be killed and started
 * again one by one, as a test of resilience does.
 */
public final class LocalSystem implements AutoCloseable {
    private final LocalOptions options;
    private final RunFolder folder;
    private final LocalAddresses addresses;
    private final Secrets secrets;
    private final Surroundings surroundings;
    private final Readiness readiness;
    private final RunRecord record;
    private final Progress progress;
    private final Processes processes;
    private final Supervision supervision;
    private final NightlySearch nightly;
    private final Map<String, Database> databases = new ConcurrentHashMap<>();
    private boolean closed;

    private LocalSystem(LocalOptions options, RunRecord record, Progress heard) {
        this.options = options;
        this.folder = new RunFolder(options.directory());
        this.addresses = new LocalAddresses(options.portOffset());
        this.secrets = Secrets.in(options.directory());
        this.surroundings = new Surroundings(options, addresses, secrets);
        this.readiness = new Readiness(addresses);
        this.record = record;
        this.progress = new Journal(heard, folder.journal(), Clock.systemUTC());
        this.processes = new Processes(folder, addresses, record, this::fell);
        this.supervision = new Supervision(folder, record, processes, progress, Clock.systemUTC(), this::start);
        this.nightly = NightlySearch.beside(options, addresses, progress);
    }

    private void fell(PartInstance instance, String code) {
        supervision.fell(instance, code);
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
        Leftovers.makeRoom(options.directory());
        RunRecord record = RunRecord.take(options.directory()).orElseThrow(() -> AlreadyRunning.failure(options));
        try {
            Leftovers.end(options.directory(), progress);
            Leftovers.forgetRequests(options.directory());
            if (options.fresh()) {
                Leftovers.empty(options.directory());
            }
            Map<String, String> variables = new HashMap<>(options.environment());
            variables.putAll(LocalClock.environment(options.directory(), options.environment(), Clock.systemUTC()));
            var system = new LocalSystem(options.with(variables), record, progress);
            PortChoice.check(options);
            record.open(options.portOffset());
            return system;
        } catch (RuntimeException e) {
            record.close();
            throw e;
        }
    }

    void startAll() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var database = run(POSTGRES, threads, List.of());
            var broker = run(KAFKA, threads, List.of());
            var all = new ArrayList<CompletableFuture<Void>>(List.of(database, broker));
            all.add(run(MAIL, threads, List.of()));
            all.add(run(KEYCLOAK, threads, List.of(database)));
            for (Part application : Part.APPLICATIONS) {
                all.add(run(application, threads, List.of(database, broker)));
            }
            try {
                // the first failure ends the wait of all the others
                var failed = new CompletableFuture<Void>();
                for (CompletableFuture<Void> one : all) {
                    var _ = one.exceptionally(failure -> {
                        processes.beginToEnd();
                        failed.completeExceptionally(failure);
                        throw new CompletionException(failure);
                    });
                }
                CompletableFuture.anyOf(failed, CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)))
                        .join();
                supervision.begin(options.instances());
                nightly.begin(processes::ending);
                LogRotation.of(folder).begin(processes::ending);
            } catch (CompletionException e) {
                close();
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
        }
    }

    private CompletableFuture<Void> run(Part part, Executor threads, List<CompletableFuture<Void>> after) {
        var before = CompletableFuture.allOf(after.toArray(CompletableFuture[]::new));
        if (!options.parts().contains(part)) {
            return before;
        }
        return CompletableFuture.allOf(options.instances(part).stream()
                .map(instance -> before.thenRunAsync(() -> start(instance), threads))
                .toArray(CompletableFuture[]::new));
    }

    /** Starts one part, for instance after {@link #kill}, and waits until it is ready. */
    public void start(Part part) {
        options.instances(part).forEach(this::start);
    }

    /** The same for one process. */
    public void start(PartInstance instance) {
        start(instance, options.home());
    }

    /**
     * The same for an application of another build, for instance of the next version beside those of this one.
     *
     * @param build the folder in which its module was built
     */
    public void start(PartInstance instance, Path build) {
        progress.starts(instance);
        long begun = System.nanoTime();
        switch (instance.part()) {
            case POSTGRES -> startPostgres();
            case KAFKA -> startKafka();
            case MAIL -> startMail();
            case KEYCLOAK -> startKeycloak();
            case NEEDS, MENTOR, MATCHING, FOLLOWUP, REPORTING, GATEWAY -> startApplication(instance, build);
        }
        progress.ready(instance, Duration.ofNanos(System.nanoTime() - begun));
    }

    private void startPostgres() {
        processes.stop(PartInstance.first(POSTGRES));
        PostgresPart server = processes.adopt(PostgresPart.start(folder.postgres(), addresses.port(POSTGRES), true));
        for (String name : List.of("gateway", "keycloak")) {
            databases.put(name, server.createDatabase(name, secrets.word("database." + name)));
        }
        for (Part service : Part.SERVICES) {
            String name = service.id();
            String owner = surroundings.ownerPassword(service);
            databases.put(name, server.createDatabase(name, secrets.word("database." + name), owner));
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
        processes.launch(PartInstance.first(KAFKA), command, Map.of());
        processes.await(PartInstance.first(KAFKA), readiness::brokerAnswers);
    }

    private void startMail() {
        var command = List.of(
                Application.java(),
                "-Xms16m",
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.log.com.icegreen=warn", // it would tell the log every address
                RunRecord.mark(options.directory()),
                "-cp",
                System.getProperty("java.class.path"),
                MailMain.class.getName(),
                Integer.toString(addresses.port(MAIL)),
                Integer.toString(addresses.caughtLettersPort()));
        processes.launch(PartInstance.first(MAIL), command, Map.of());
        processes.await(PartInstance.first(MAIL), () -> readiness.answers(PartInstance.first(MAIL)));
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
                surroundings.clientSecrets(),
                addresses.port(MAIL));
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
                options.home().resolve("infra").resolve("keycloak").resolve("themes"),
                options.home().resolve("infra").resolve("keycloak").resolve("password-blacklists"));
        var command = new ArrayList<>(keycloak.command(settings));
        command.add(1, RunRecord.mark(options.directory()));
        processes.launch(
                PartInstance.first(KEYCLOAK), command, keycloak.environment(settings, administratorPassword()));
        processes.await(PartInstance.first(KEYCLOAK), () -> readiness.answers(PartInstance.first(KEYCLOAK)));
    }

    private void startApplication(PartInstance instance, Path build) {
        Part part = instance.part();
        Application application = Application.unpacked(part, build);
        boolean writesArchive = instance.number() == 1 && !application.hasArchive();
        if (writesArchive) {
            processes.writesArchiveAtItsEnd(instance);
        }
        processes.launch(
                instance,
                application.command(options.directory(), writesArchive),
                surroundings.environment(instance, database(part.id())));
        processes.await(instance, () -> readiness.answers(instance));
    }

    /** The time that the applications live in. */
    public Clock clock() {
        return LocalClock.shown(options.environment(), Clock.systemUTC());
    }

    /** Puts the clock of a rehearsed crisis forward, for all applications at once. */
    public void forward(Duration by) {
        LocalClock.forward(options.directory(), by, Clock.systemUTC());
    }

    /** Ends a part at once, as a crash would (signal 9), and leaves it so. */
    public void kill(Part part) {
        options.instances(part).forEach(processes::kill);
    }

    /** The same for one process. */
    public void kill(PartInstance instance) {
        processes.kill(instance);
    }

    /** Asks a part to end and waits for it; it stays so. */
    public void stop(Part part) {
        options.instances(part).forEach(processes::stop);
    }

    /** Whether a process of the part lives. */
    public boolean alive(Part part) {
        return options.instances(part).stream().anyMatch(processes::alive);
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
        if (processes.someWriteTheirArchive()) {
            progress.say(Texts.say("premier.arret"));
        }
        processes.endAll();
        record.close();
    }
}
