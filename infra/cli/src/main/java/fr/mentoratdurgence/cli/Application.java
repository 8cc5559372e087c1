package fr.mentoratdurgence.cli;

import fr.mentoratdurgence.sealing.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A Boot jar, unpacked once per build for all runs of this checkout: the JVM starts faster from plain
 * jars. At its first end it writes an archive of the classes it loaded beside them, which halves the
 * work of the next start.
 */
public record Application(Path jar) {
    private static final String COMPLETE = ".complete";

    /** The one of this build. */
    public static Application unpacked(Part part, Path home) {
        Path built = home.resolve(part.module()).resolve("target").resolve(part.module() + ".jar");
        if (!Files.exists(built)) {
            throw new LocalFailure("application.absente", part.module(), built);
        }
        Path applications = home.resolve("target").resolve("apps");
        Path folder = applications.resolve(part.module() + "-" + hash(built));
        try (FolderLock _ = FolderLock.on(applications.resolve(part.module() + ".lock"))) {
            if (!Files.exists(folder.resolve(COMPLETE))) {
                removeOlder(applications, part.module());
                unpack(built, folder);
                Files.createFile(folder.resolve(COMPLETE));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Application(folder.resolve(built.getFileName()));
    }

    /**
     * The command line of a run in this directory.
     *
     * @param writesArchive whether this process writes the archive where there is none: one at a time may
     */
    public List<String> command(Path directory, boolean writesArchive) {
        return List.of(
                java(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx320m",
                writesArchive ? "-XX:+AutoCreateSharedArchive" : "-XX:-AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + archive(),
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Daxoniq.update-checker.disabled=true",
                "-Ddisable-axoniq-console-message=true",
                "-Duser.language=fr",
                "-Duser.country=FR",
                RunRecord.mark(directory),
                "-jar",
                jar.toString());
    }

    /** Whether the end of this process is the one that writes the archive. */
    public boolean hasArchive() {
        return Files.exists(archive());
    }

    private Path archive() {
        return jar.resolveSibling("classes.jsa");
    }

    /** The program that runs this JVM. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static void unpack(Path built, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path output = folder.resolve("unpack.log");
        Process process = new ProcessBuilder(
                        java(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djarmode=tools",
                        "-jar",
                        built.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(built + " could not be unpacked:\n" + Files.readString(output));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void removeOlder(Path applications, String module) throws IOException {
        if (!Files.isDirectory(applications)) {
            return;
        }
        try (Stream<Path> folders = Files.list(applications)) {
            folders.filter(folder -> folder.getFileName().toString().startsWith(module + "-"))
                    .filter(Application::isOld)
                    .forEach(Folders::delete);
        }
    }

    /** A system that was started from the build before may still run. */
    private static boolean isOld(Path folder) {
        return ProcessHandle.allProcesses()
                .noneMatch(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(folder.toString()))
                        .isPresent());
    }

    /** Of all that is in it, by the checksums that its directory has: to read it all would take as long as a start. */
    private static String hash(Path jar) {
        var sum = new Sha256();
        try (var file = new ZipFile(jar.toFile())) {
            file.stream()
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .forEach(entry -> sum.add(entry.getName() + ' ' + entry.getSize() + ' ' + entry.getCrc() + '\n'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sum.hex().substring(0, 12);
    }
}
