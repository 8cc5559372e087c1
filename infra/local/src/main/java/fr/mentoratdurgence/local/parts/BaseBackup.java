package fr.mentoratdurgence.local.parts;

import fr.mentoratdurgence.cli.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A copy of a whole server that goes on working, by PostgreSQL's own interface for it: consistent over all its databases as
 * of the end of the copy. Whoever dumped one database after the other would have a fact at who heard it and not at who
 * told it.
 */
public final class BaseBackup {
    private static final String WAL = "pg_wal";
    private static final Pattern FIRST_NEEDED = Pattern.compile("START WAL LOCATION: .* \\(file ([0-9A-F]{24})\\)");
    private static final String SLOT = "mentorat_backup";

    /** Folders of which a server wants to find nothing but themselves. */
    private static final Set<String> EMPTY = Set.of(
            WAL, "pg_dynshmem", "pg_notify", "pg_replslot", "pg_serial", "pg_snapshots", "pg_stat_tmp", "pg_subtrans");

    private static final Set<String> OF_THE_RUNNING_ONE =
            Set.of("postmaster.pid", "postmaster.opts", "current_logfiles", "pg_internal.init");

    private BaseBackup() {}

    /**
     * Takes the copy.
     *
     * @param superuser stays open until the end: the server ends the backup when it closes
     * @param data      the folder that the server works in
     * @param target    new, or empty
     */
    public static void take(Connection superuser, Path data, Path target) throws SQLException, IOException {
        try (Statement statement = superuser.createStatement()) {
            // what is needed to replay must still be there at the end
            statement.execute("select pg_create_physical_replication_slot('" + SLOT + "', true, true)");
            statement.execute("select pg_backup_start('mentorat', true)");
            copy(data, target);
            String label;
            try (ResultSet end = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
                end.next();
                label = end.getString(1);
            }
            PrivateFiles.write(target.resolve("backup_label"), label.getBytes(StandardCharsets.UTF_8));
            copyWal(data.resolve(WAL), target.resolve(WAL), label);
            statement.execute("select pg_drop_replication_slot('" + SLOT + "')");
        }
    }

    private static void copy(Path data, Path target) throws IOException {
        Files.walkFileTree(data, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Path name = data.relativize(folder);
                if (name.toString().startsWith("pg_")
                        && folder.getFileName().toString().equals("pgsql_tmp")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                PrivateFiles.folder(target.resolve(name.toString()));
                return EMPTY.contains(name.toString()) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!OF_THE_RUNNING_ONE.contains(file.getFileName().toString())) {
                    copyFile(file, target.resolve(data.relativize(file).toString()));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                // a table that goes while we copy is in the log of what was done
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
        PrivateFiles.folder(target.resolve(WAL).resolve("archive_status"));
        PrivateFiles.folder(target.resolve(WAL).resolve("summaries"));
    }

    private static void copyWal(Path wal, Path target, String label) throws IOException {
        Matcher first = FIRST_NEEDED.matcher(label);
        if (!first.find()) {
            throw new IOException("no start in the label of the backup");
        }
        try (Stream<Path> files = Files.list(wal)) {
            List<Path> needed = files.filter(file -> {
                        String name = file.getFileName().toString();
                        return name.length() == first.group(1).length() && name.compareTo(first.group(1)) >= 0;
                    })
                    .sorted()
                    .toList();
            for (Path file : needed) {
                copyFile(file, target.resolve(file.getFileName()));
            }
        }
    }

    private static void copyFile(Path file, Path to) throws IOException {
        try {
            Files.copy(file, PrivateFiles.file(to), StandardCopyOption.REPLACE_EXISTING);
            PrivateFiles.file(to);
        } catch (NoSuchFileException gone) {
            Files.deleteIfExists(to);
            if (Files.exists(file)) {
                throw new UncheckedIOException(gone);
            }
        }
    }
}
