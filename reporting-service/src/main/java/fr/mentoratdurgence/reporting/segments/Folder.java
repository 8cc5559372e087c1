package fr.mentoratdurgence.reporting.segments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The folder of the sealed history. A file appears under its name only when all of it is on the disk; until then it has
 * a temporary name, which the next day that is sealed removes.
 */
class Folder {
    private static final String TEMPORARY = ".part";

    private static final Logger LOG = LoggerFactory.getLogger(Folder.class);

    private final Path path;

    Folder(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    Path file(String name) {
        return path.resolve(name);
    }

    /** Makes the folder and removes what an interrupted run left half written. */
    void prepare() throws IOException {
        Files.createDirectories(path);
        try (Stream<Path> files = Files.list(path)) {
            for (Path left :
                    files.filter(file -> file.toString().endsWith(TEMPORARY)).toList()) {
                FileSystemUtils.deleteRecursively(left);
            }
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

    Path temporary(String name) throws IOException {
        Path file = temporaryOf(name);
        Files.deleteIfExists(file);
        return file;
    }

    Path temporaryOf(String name) {
        return path.resolve(name + TEMPORARY);
    }

    /** Removes what will not be finished; where that fails, the next start does it. */
    void discard(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            LOG.debug("{} stays until the next start", temporary, e);
        }
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
