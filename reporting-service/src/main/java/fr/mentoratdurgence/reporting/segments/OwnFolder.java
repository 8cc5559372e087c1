package fr.mentoratdurgence.reporting.segments;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** A folder that one process has for itself within one that it may share, and that goes with it. */
final class OwnFolder implements AutoCloseable {
    private static final String NAME = "bucket-";
    private static final String IN_USE = "in-use";
    /** A lock ends where a process closes the file at any other place: its own are never asked for. */
    private static final Map<Path, FileLock> OURS = new ConcurrentHashMap<>();

    private final Path path;

    private OwnFolder(Path path) {
        this.path = path;
    }

    /** A new one; what processes left that are gone, however they ended, is removed. */
    static OwnFolder in(Path shared) {
        try {
            Files.createDirectories(shared);
            try (Stream<Path> folders = Files.list(shared)) {
                for (Path folder : folders.filter(
                                one -> one.getFileName().toString().startsWith(NAME) && !OURS.containsKey(one))
                        .toList()) {
                    removeIfLeft(folder);
                }
            }
            Path path = Files.createTempDirectory(shared, NAME);
            FileChannel channel = FileChannel.open(path.resolve(IN_USE), CREATE, WRITE);
            OURS.put(path, channel.lock());
            return new OwnFolder(path);
        } catch (IOException e) {
            throw new UncheckedIOException("SEGMENTS must be a folder that may be written to", e);
        }
    }

    private static void removeIfLeft(Path folder) throws IOException {
        Path inUse = folder.resolve(IN_USE);
        // one that is just being made has no such file yet
        if (Files.exists(inUse)) {
            try (FileChannel channel = FileChannel.open(inUse, WRITE);
                    @Nullable FileLock left = channel.tryLock()) {
                if (left != null) {
                    FileSystemUtils.deleteRecursively(folder);
                }
            }
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            FileSystemUtils.deleteRecursively(path);
            FileLock lock = OURS.remove(path);
            if (lock != null) {
                lock.acquiredBy().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
