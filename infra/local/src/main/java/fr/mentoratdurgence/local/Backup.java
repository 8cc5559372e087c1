package fr.mentoratdurgence.local;

import fr.mentoratdurgence.cli.LocalFailure;
import fr.mentoratdurgence.cli.PrivateFiles;
import fr.mentoratdurgence.cli.RunFolder;
import fr.mentoratdurgence.local.parts.BaseBackup;
import fr.mentoratdurgence.sealing.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is saved of a run: all databases as of one instant, the sealed days, the settings; and, apart from these, the keys
 * and passwords without which nobody reads what is sealed in them. The topics are not saved: the stores tell them again.
 */
final class Backup {
    private static final String DATABASES = "databases";
    private static final String SEGMENTS = "segments";
    private static final String MANIFEST = "manifest.jsonl";
    private static final String SUMS = "SHA256SUMS";
    private static final String SUPERUSER = "postgres.superuser";
    private static final List<String> SETTINGS = List.of("settings.properties", "clock.properties");

    private final Path folder;
    private final Path keys;

    /**
     * A backup.
     *
     * @param folder with what is saved; personal data in it is sealed, but for the logins of Keycloak
     * @param keys   a file outside of it
     */
    Backup(Path folder, Path keys) {
        this.folder = folder.toAbsolutePath().normalize();
        this.keys = keys.toAbsolutePath().normalize();
        if (this.keys.startsWith(this.folder)) {
            throw new LocalFailure("sauvegarde.cles", this.keys, this.folder);
        }
    }

    /** Saves a run that goes on. */
    void take(RunFolder run, Connection superuser) throws SQLException, IOException {
        if (Files.exists(folder) && !isEmpty(folder)) {
            throw new LocalFailure("sauvegarde.pleine", folder);
        }
        if (Files.exists(keys)) {
            throw new LocalFailure("sauvegarde.cles.la", keys);
        }
        PrivateFiles.folder(folder);
        BaseBackup.take(superuser, run.postgres().resolve("data"), folder.resolve(DATABASES));
        // after the databases: their witness of the sealed days is never ahead of the files
        if (Files.isDirectory(run.segments())) {
            sealedDays(run.segments(), PrivateFiles.folder(folder.resolve(SEGMENTS)));
        }
        for (String name : SETTINGS) {
            Path settings = run.directory().resolve(name);
            if (Files.exists(settings)) {
                PrivateFiles.write(folder.resolve(name), Files.readAllBytes(settings));
            }
        }
        saveKeys(run);
        // last: what has no sums is no backup
        PrivateFiles.write(folder.resolve(SUMS), (String.join("\n", sums()) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The manifest is read first and written last: it names nothing that is not there. */
    private static void sealedDays(Path from, Path to) throws IOException {
        Path manifest = from.resolve(MANIFEST);
        if (!Files.exists(manifest)) {
            return;
        }
        byte[] list = Files.readAllBytes(manifest);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".parquet")).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        PrivateFiles.write(to.resolve(MANIFEST), list);
    }

    private void saveKeys(RunFolder run) throws IOException {
        Properties all = new Properties();
        try (var reader = Files.newBufferedReader(run.directory().resolve("secrets.properties"))) {
            all.load(reader);
        }
        all.setProperty(SUPERUSER, Files.readString(run.postgres().resolve("superuser")));
        Path parent = keys.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try (var writer = Files.newBufferedWriter(PrivateFiles.file(keys))) {
            all.store(writer, null);
        }
    }

    /** Refuses what is not as it was saved. */
    void check() throws IOException {
        Path sums = folder.resolve(SUMS);
        if (!Files.exists(sums)) {
            throw new LocalFailure("sauvegarde.aucune", folder);
        }
        if (!Files.exists(keys)) {
            throw new LocalFailure("sauvegarde.sans.cles", keys);
        }
        List<String> said = Files.readAllLines(sums);
        List<String> found = sums();
        Optional<String> other = Stream.concat(
                        said.stream().filter(one -> !found.contains(one)),
                        found.stream().filter(one -> !said.contains(one)))
                .findFirst();
        if (other.isPresent()) {
            throw new LocalFailure(
                    "sauvegarde.changee",
                    folder,
                    other.get().substring(other.get().indexOf(' ') + 2));
        }
    }

    /** Puts it where no run has left anything. */
    void putBack(RunFolder run) throws IOException {
        check();
        Path directory = PrivateFiles.folder(run.directory());
        if (Files.exists(run.postgres())) {
            throw new LocalFailure("restauration.pleine", directory);
        }
        PrivateFiles.folder(run.postgres());
        copyAll(folder.resolve(DATABASES), run.postgres().resolve("data"));
        if (Files.isDirectory(folder.resolve(SEGMENTS))) {
            copyAll(folder.resolve(SEGMENTS), run.segments());
        }
        for (String name : SETTINGS) {
            if (Files.exists(folder.resolve(name))) {
                PrivateFiles.write(directory.resolve(name), Files.readAllBytes(folder.resolve(name)));
            }
        }
        Properties all = new Properties();
        try (var reader = Files.newBufferedReader(keys)) {
            all.load(reader);
        }
        PrivateFiles.write(
                run.postgres().resolve("superuser"),
                String.valueOf(all.remove(SUPERUSER)).getBytes(StandardCharsets.UTF_8));
        try (var writer = Files.newBufferedWriter(PrivateFiles.file(directory.resolve("secrets.properties")))) {
            all.store(writer, null);
        }
        Files.createFile(run.postgres().resolve("data-complete"));
    }

    private static void copyAll(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path one : all.toList()) {
                Path target = to.resolve(from.relativize(one).toString());
                if (Files.isDirectory(one)) {
                    PrivateFiles.folder(target);
                } else {
                    Files.copy(one, PrivateFiles.file(target), StandardCopyOption.REPLACE_EXISTING);
                    PrivateFiles.file(target);
                }
            }
        }
    }

    private List<String> sums() throws IOException {
        TreeMap<String, String> sums = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                if (!name.equals(SUMS)) {
                    sums.put(name, Sha256.hex(file) + "  " + name);
                }
            }
        }
        return List.copyOf(sums.values());
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
