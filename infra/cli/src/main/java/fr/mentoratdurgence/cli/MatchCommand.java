package fr.mentoratdurgence.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the engine of matching-service alone, in a process of its own: this launcher knows no service's classes. */
@Command(name = "match", resourceBundle = "messages.commands", mixinStandardHelpOptions = true)
final class MatchCommand implements Callable<Integer> {
    private static final String MAIN = "fr.mentoratdurgence.matching.files.MatchMain";

    @Option(names = "--lines", paramLabel = "FICHIER", required = true)
    private Path lines = Path.of("");

    @Option(names = "--mentors", paramLabel = "FICHIER", required = true)
    private Path mentors = Path.of("");

    @Option(names = "--policy", paramLabel = "FICHIER", required = true)
    private Path policy = Path.of("");

    @Option(names = "--out", paramLabel = "DOSSIER", required = true)
    private Path out = Path.of("");

    @Option(names = "--seed", paramLabel = "N")
    private long seed;

    @Override
    public Integer call() {
        Path jar = Application.unpacked(Part.MATCHING, LocalOptions.enclosingCheckout())
                .jar();
        List<String> command = new ArrayList<>(List.of(
                Application.java(),
                "-XX:+UseSerialGC",
                "-XX:MaxRAMPercentage=70",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                jar.toString(),
                MAIN));
        command.addAll(List.of("--lines", lines.toString(), "--mentors", mentors.toString()));
        command.addAll(List.of("--policy", policy.toString(), "--out", out.toString(), "--seed", Long.toString(seed)));
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            try {
                return process.waitFor();
            } finally {
                process.destroy();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return ExitCode.FAILED.code();
        }
    }
}
