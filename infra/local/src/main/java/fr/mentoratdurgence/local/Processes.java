package fr.mentoratdurgence.local;

import static fr.mentoratdurgence.cli.Part.KAFKA;
import static fr.mentoratdurgence.cli.Part.POSTGRES;

import fr.mentoratdurgence.cli.LocalAddresses;
import fr.mentoratdurgence.cli.LocalFailure;
import fr.mentoratdurgence.cli.Part;
import fr.mentoratdurgence.cli.PartInstance;
import fr.mentoratdurgence.cli.Ports;
import fr.mentoratdurgence.cli.RunFolder;
import fr.mentoratdurgence.cli.RunRecord;
import fr.mentoratdurgence.local.parts.PartFailure;
import fr.mentoratdurgence.local.parts.PostgresPart;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The processes of a run: started, waited for, watched and ended. PostgreSQL ends by its own tool, the others by signal. */
final class Processes {
    private static final Duration READY_PATIENCE = Duration.ofMinutes(10);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final RunFolder folder;
    private final LocalAddresses addresses;
    private final RunRecord record;
    private final BiConsumer<PartInstance, String> fell;
    private final Map<PartInstance, Child> children = new ConcurrentHashMap<>();
    /** Applications that write an archive after all else is done, which takes them half a minute. */
    private final Set<PartInstance> firstEnds = ConcurrentHashMap.newKeySet();

    private volatile @Nullable PostgresPart postgres;
    /** From here on parts may end, and nobody waits for one to come up. */
    private volatile boolean ending;

    /** @param fell hears of a part that ended though nobody asked for it, with its exit code */
    Processes(RunFolder folder, LocalAddresses addresses, RunRecord record, BiConsumer<PartInstance, String> fell) {
        this.folder = folder;
        this.addresses = addresses;
        this.record = record;
        this.fell = fell;
    }

    void launch(PartInstance part, List<String> command, Map<String, String> environment) {
        refuseWhileEnding();
        Child child = Child.start(part, command, environment, folder.log(part));
        children.put(part, child);
        record.add(part, child.process().pid());
        var _ = child.process().onExit().thenAccept(ended -> {
            if (!ending && child.equals(children.get(part))) {
                fell.accept(part, Integer.toString(ended.exitValue()));
            }
        });
    }

    /** The same for PostgreSQL, which has started itself. */
    PostgresPart adopt(PostgresPart server) {
        postgres = server;
        ProcessHandle process = server.process();
        record.add(PartInstance.first(POSTGRES), process.pid());
        var _ = process.onExit().thenAccept(_ -> {
            if (!ending && server.equals(postgres)) {
                fell.accept(PartInstance.first(POSTGRES), "–");
            }
        });
        return server;
    }

    void writesArchiveAtItsEnd(PartInstance part) {
        firstEnds.add(part);
    }

    /** Comes back when the part is ready. */
    void await(PartInstance part, BooleanSupplier ready) {
        long deadline = System.nanoTime() + READY_PATIENCE.toNanos();
        Child child = children.get(part);
        while (!ready.getAsBoolean()) {
            if (child != null && !child.alive()) {
                throw new LocalFailure("partie.arretee", part.title(), folder.log(part), child.lastLines());
            }
            refuseWhileEnding();
            if (System.nanoTime() > deadline) {
                throw new LocalFailure("partie.lente", part.title(), READY_PATIENCE.toMinutes(), folder.log(part));
            }
            pause();
        }
    }

    private void refuseWhileEnding() {
        if (ending) {
            throw new LocalFailure("arret.en.cours");
        }
    }

    /** Ends a part at once, as a crash would (signal 9); nobody is told. */
    void kill(PartInstance part) {
        if (part.part() == POSTGRES) {
            PostgresPart server = postgres;
            postgres = null;
            if (server != null) {
                ProcessHandle process = server.process();
                process.destroyForcibly();
                process.onExit().join();
                server.close();
            }
            return;
        }
        Child child = children.remove(part);
        if (child != null) {
            child.kill();
        }
    }

    /** Asks a part to end and waits for it; one that has ended already is cleared away. */
    void stop(PartInstance part) {
        if (part.part() == POSTGRES) {
            PostgresPart server = postgres;
            postgres = null;
            if (server != null) {
                server.close();
            }
            return;
        }
        Child child = children.remove(part);
        if (child != null && firstEnds.remove(part)) {
            leaveToItsArchive(child);
        } else if (child != null) {
            child.stop(STOP_PATIENCE);
        }
    }

    /** What it works with is let go first: nobody has to wait for the rest. */
    private void leaveToItsArchive(Child child) {
        PartInstance part = child.part();
        long deadline = System.nanoTime() + STOP_PATIENCE.toNanos();
        child.process().destroy();
        child.makeRoomForOthers();
        while (child.alive() && (Ports.taken(addresses.port(part)) || (alone(part) && inDatabase(part.part())))) {
            if (System.nanoTime() > deadline) {
                child.kill();
            }
            pause();
        }
    }

    private boolean alone(PartInstance instance) {
        return children.keySet().stream().noneMatch(other -> other.part() == instance.part());
    }

    private boolean inDatabase(Part part) {
        PostgresPart server = postgres;
        return server != null && server.process().isAlive() && server.inUse(part.id());
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("interrupted while waiting", e);
        }
    }

    boolean alive(PartInstance part) {
        if (part.part() == POSTGRES) {
            PostgresPart server = postgres;
            return server != null && server.process().isAlive();
        }
        Child child = children.get(part);
        return child != null && child.alive();
    }

    boolean someWriteTheirArchive() {
        return !firstEnds.isEmpty();
    }

    boolean ending() {
        return ending;
    }

    /** From here on nothing is started, and nobody is told that a part ended. */
    void beginToEnd() {
        ending = true;
    }

    /** Ends all: first those that work, together, then those they work with. */
    void endAll() {
        beginToEnd();
        var workers = new HashMap<PartInstance, Child>();
        workers.putAll(children);
        workers.remove(PartInstance.first(KAFKA));
        together(workers.keySet());
        together(Set.of(PartInstance.first(KAFKA), PartInstance.first(POSTGRES)));
    }

    private void together(Set<PartInstance> parts) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            parts.forEach(part -> threads.execute(() -> stop(part)));
        }
    }
}
