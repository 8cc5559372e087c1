package fr.mentoratdurgence.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The figures from sealed days alone: nothing has to run. */
@Command(name = "replay", resourceBundle = "messages.commands", mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    @Mixin
    private final Where where = new Where();

    @Parameters(index = "0", arity = "0..1", paramLabel = "DOSSIER", descriptionKey = "replay.dossier")
    @Nullable
    Path folder;

    @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "replay.as-of")
    @Nullable
    String asOf;

    @Option(names = "--happened-until", paramLabel = "JOUR", descriptionKey = "replay.happened-until")
    @Nullable
    String happenedUntil;

    @Option(names = "--territory", paramLabel = "TERRITOIRE", descriptionKey = "replay.territory")
    @Nullable
    String territory;

    @Option(names = "--text", paramLabel = "FICHIER", descriptionKey = "replay.text")
    @Nullable
    Path text;

    @Override
    public Integer call() {
        Path segments = Objects.requireNonNullElseGet(folder, () -> new RunFolder(where.folder()).segments())
                .toAbsolutePath();
        if (!Files.isDirectory(segments)) {
            throw new LocalFailure("rejeu.dossier", segments);
        }
        return ToolProcess.ofSegments(where)
                .run(
                        "2g",
                        List.of(
                                "replay",
                                segments.toString(),
                                Objects.requireNonNullElse(asOf, ""),
                                Objects.requireNonNullElse(happenedUntil, ""),
                                Objects.requireNonNullElse(territory, ""),
                                text == null ? "" : text.toAbsolutePath().toString()));
    }
}
