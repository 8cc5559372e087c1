package fr.mentoratdurgence.reporting.segments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import fr.mentoratdurgence.reporting.segments.Manifest.Line;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A folder as the place of the sealed history. A file appears under its name only when all of it is on the disk; until
 * then it has a temporary name, which the next day that is sealed removes.
 */
class Folder implements SegmentStore {
    private static final String TEMPORARY = ".part";
    /** Whoever adds a line holds it: instances that share the folder, one of which lost its turn unawares. */
    private static final String TURN = "manifest.turn";

    private static final Logger LOG = LoggerFactory.getLogger(Folder.class);

    private final Path path;

    Folder(Path path) {
        this.path = path;
    }

    @Override
    public Path place() {
        return path;
    }

    @Override
    public Path place(String file) {
        return path.resolve(file);
    }

    @Override
    public Path disk() {
        return path;
    }

    @Override
    public void prepare() throws IOException {
        Files.createDirectories(path);
        try (Stream<Path> files = Files.list(path)) {
            for (Path left :
                    files.filter(file -> file.toString().endsWith(TEMPORARY)).toList()) {
                FileSystemUtils.deleteRecursively(left);
            }
        }
    }

    @Override
    public Standing look() throws IOException {
        byte[] manifest = manifest();
        return new Standing() {
            @Override
            public byte[] manifest() {
                return manifest;
            }

            @Override
            public String state(String file) throws IOException {
                BasicFileAttributes now = Files.readAttributes(path.resolve(file), BasicFileAttributes.class);
                return now.size() + " " + now.lastModifiedTime() + ' ' + now.fileKey();
            }
        };
    }

    private byte[] manifest() throws IOException {
        try {
            return Files.readAllBytes(path.resolve(Manifest.FILE));
        } catch (NoSuchFileException _) {
            return new byte[0];
        }
    }

    /** The names of complete files that end so, in order; none where the folder is not there. */
    List<String> names(String end) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(end))
                    .sorted()
                    .collect(Collectors.toCollection(ArrayList::new));
        } catch (NoSuchFileException _) {
            return new ArrayList<>();
        }
    }

    @Override
    public Path temporary(String name) throws IOException {
        Path file = path.resolve(name + TEMPORARY);
        Files.deleteIfExists(file);
        return file;
    }

    @Override
    public void discard(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            LOG.debug("{} stays until the next start", temporary, e);
        }
    }

    @Override
    public Optional<Line> append(Manifest manifest, Path segment, Line line) throws IOException {
        try (FileChannel channel = FileChannel.open(path.resolve(TURN), CREATE, WRITE);
                FileLock turn = turn(channel)) {
            if (turn == null || !Arrays.equals(manifest(), manifest.text().getBytes(UTF_8))) {
                return Optional.empty();
            }
            sync(segment);
            publish(segment, line.file());
            addLine(manifest.text() + manifest.written(line));
            return Optional.of(line);
        }
    }

    private static @Nullable FileLock turn(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    private void addLine(String text) throws IOException {
        Path temporary = temporary(Manifest.FILE);
        try {
            write(temporary, text);
            sync(temporary);
            publish(temporary, Manifest.FILE);
        } catch (IOException e) {
            discard(temporary);
            throw e;
        }
    }

    @Override
    public Path bring(String name) throws IOException {
        Path file = path.resolve(name);
        if (!Files.isReadable(file)) {
            throw new NoSuchFileException(file.toString());
        }
        return file;
    }

    @Override
    public Path file(String name) {
        return path.resolve(name);
    }

    void write(Path file, String text) throws IOException {
        Files.write(file, text.getBytes(UTF_8), CREATE, TRUNCATE_EXISTING, WRITE);
    }

    /** Waits until the disk has the file. */
    void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, WRITE)) {
            channel.force(true);
        }
    }

    /** Gives a complete file its name, in one step, for good. */
    void publish(Path temporary, String name) throws IOException {
        Files.move(temporary, path.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel directory = FileChannel.open(path, READ)) {
            directory.force(true);
        }
    }
}
