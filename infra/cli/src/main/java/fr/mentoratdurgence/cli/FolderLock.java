package fr.mentoratdurgence.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one process and one thread at a time prepare a shared folder; the others wait. */
public final class FolderLock implements AutoCloseable {
    private static final Map<Path, ReentrantLock> HERE = new ConcurrentHashMap<>();

    private final ReentrantLock here;
    private final FileChannel everywhere;

    private FolderLock(ReentrantLock here, FileChannel everywhere) {
        this.here = here;
        this.everywhere = everywhere;
    }

    /** Waits for the folder; it is free again when the lock is closed. */
    public static FolderLock on(Path folder) {
        // a file lock belongs to the whole JVM, so threads of one JVM need a lock of their own
        ReentrantLock here = HERE.computeIfAbsent(folder.toAbsolutePath().normalize(), _ -> new ReentrantLock());
        here.lock();
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var _ = channel.lock();
            return new FolderLock(here, channel);
        } catch (IOException e) {
            here.unlock();
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            everywhere.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            here.unlock();
        }
    }
}
