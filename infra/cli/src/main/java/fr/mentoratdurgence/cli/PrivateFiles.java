package fr.mentoratdurgence.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and folders that only their owner may read: they are so before the first byte is in them. */
public final class PrivateFiles {
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final FileAttribute<Set<PosixFilePermission>> NEW_FILE = PosixFilePermissions.asFileAttribute(FILE);
    private static final FileAttribute<Set<PosixFilePermission>> NEW_FOLDER =
            PosixFilePermissions.asFileAttribute(FOLDER);

    private PrivateFiles() {}

    /** Creates the folder if it is missing, and closes it to others. */
    public static Path folder(Path folder) throws IOException {
        Files.createDirectories(folder, NEW_FOLDER);
        return Files.setPosixFilePermissions(folder, FOLDER);
    }

    /** Creates the file if it is missing, and closes it to others. */
    public static Path file(Path file) throws IOException {
        return Files.exists(file) ? Files.setPosixFilePermissions(file, FILE) : Files.createFile(file, NEW_FILE);
    }

    /** Writes all of the file, in a folder that is closed to others too. */
    public static void write(Path file, byte[] content) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            folder(folder);
        }
        Files.write(file(file), content);
    }
}
