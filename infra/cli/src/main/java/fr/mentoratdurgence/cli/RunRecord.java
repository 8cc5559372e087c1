package fr.mentoratdurgence.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Who runs in a directory: a file with process ids, and a lock that the launcher holds as long as it
 * lives. The lock says whether it lives; the ids find what it left behind if it was killed.
 */
public final class RunRecord implements AutoCloseable {
    /** On the command line of every child: proves that a recorded process id is still ours. */
    private static final String MARK = "-Dmentorat.var=";

    private static final String LAUNCHER = "launcher";
    private static final String OFFSET = "port-offset";
    private static final String FATE = ".fate";

    private final Path file;
    private final FileChannel channel;
    private final Properties values = new Properties();

    private RunRecord(Path directory, FileChannel channel) {
        this.file = file(directory);
        this.channel = channel;
    }

    /** What a child of a run in this directory shows on its command line. */
    public static String mark(Path directory) {
        return MARK + directory.toAbsolutePath().normalize();
    }

    /** Takes the directory for this launcher, or nothing when another one lives there. */
    public static Optional<RunRecord> take(Path directory) {
        try {
            FileChannel channel = FileChannel.open(
                    directory.resolve("run.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            @Nullable FileLock lock;
            try {
                lock = channel.tryLock();
            } catch (OverlappingFileLockException _) {
                lock = null;
            }
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new RunRecord(directory, channel));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From here on this process is the launcher. */
    public synchronized void open(int portOffset) {
        values.clear();
        values.setProperty(LAUNCHER, Long.toString(ProcessHandle.current().pid()));
        values.setProperty(OFFSET, Integer.toString(portOffset));
        save();
    }

    /** Remembers a child. */
    public synchronized void add(PartInstance instance, long pid) {
        values.setProperty(instance.id(), Long.toString(pid));
        save();
    }

    /** Notes what became of a process that ended by itself. */
    public synchronized void note(PartInstance instance, Fate fate) {
        values.setProperty(instance.id() + FATE, fate.toString());
        save();
    }

    /** Somebody started it again: what was before counts no more. */
    public synchronized void forget(PartInstance instance) {
        values.remove(instance.id() + FATE);
        save();
    }

    private void save() {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            try (var writer = Files.newBufferedWriter(next)) {
                values.store(writer, null);
            }
            // who reads meanwhile sees the one or the other, and no half
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            release();
        }
    }

    private void release() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The launcher that runs in this directory. */
    public static Optional<ProcessHandle> launcher(Path directory) {
        if (!Files.exists(file(directory))) {
            return Optional.empty();
        }
        Optional<RunRecord> free = take(directory);
        if (free.isPresent()) {
            // nobody holds the lock: the launcher that wrote the file is gone
            free.get().release();
            return Optional.empty();
        }
        return pid(read(directory), LAUNCHER).flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
    }

    /** How far its ports are shifted. */
    public static Optional<Integer> portOffset(Path directory) {
        return pid(read(directory), OFFSET).map(Math::toIntExact);
    }

    /** Whether the launcher of this directory has started this part. */
    public static boolean has(Path directory, Part part) {
        return pid(read(directory), part.id()).isPresent();
    }

    /** What the launcher of this directory has started, in the order of the parts. */
    public static List<PartInstance> instances(Path directory) {
        return read(directory).stringPropertyNames().stream()
                .flatMap(name -> PartInstance.named(name).stream())
                .sorted()
                .toList();
    }

    /** What became of a process that ended by itself. */
    public static Optional<Fate> fate(Path directory, PartInstance instance) {
        return Optional.ofNullable(read(directory).getProperty(instance.id() + FATE))
                .map(Fate::parse);
    }

    /** The part's first process, if it lives and is still ours. */
    public static Optional<ProcessHandle> process(Path directory, Part part) {
        return process(directory, PartInstance.first(part));
    }

    /** The process, if it lives and is still ours. */
    public static Optional<ProcessHandle> process(Path directory, PartInstance instance) {
        String ours = instance.part() == Part.POSTGRES
                ? new RunFolder(directory).postgres().toString()
                : mark(directory);
        return pid(read(directory), instance.id())
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .filter(process -> commandLine(process).contains(ours));
    }

    /** The recorded children that still live; PostgreSQL is found by its own data folder instead. */
    public static List<ProcessHandle> children(Path directory) {
        var found = new ArrayList<ProcessHandle>();
        for (PartInstance instance : instances(directory)) {
            if (instance.part() != Part.POSTGRES) {
                process(directory, instance).ifPresent(found::add);
            }
        }
        return found;
    }

    private static String commandLine(ProcessHandle process) {
        // the handle's own info cuts long command lines
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                    .replace('\0', ' ');
        } catch (IOException _) {
            return process.info().commandLine().orElse("");
        }
    }

    private static Optional<Long> pid(Properties values, String name) {
        return Optional.ofNullable(values.getProperty(name)).map(Long::valueOf);
    }

    private static Properties read(Path directory) {
        var values = new Properties();
        if (Files.exists(file(directory))) {
            try (var reader = Files.newBufferedReader(file(directory))) {
                values.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return values;
    }

    private static Path file(Path directory) {
        return directory.resolve("run.pids");
    }
}
