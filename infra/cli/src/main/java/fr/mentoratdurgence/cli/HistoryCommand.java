package fr.mentoratdurgence.cli;

import fr.mentoratdurgence.sealing.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Brings the sealed days of an installation to a folder; on this machine also into a new system. */
@Command(name = "history", resourceBundle = "messages.commands", mixinStandardHelpOptions = true)
final class HistoryCommand implements Callable<Integer> {
    private static final String ANALYST = "analyste";
    private static final String SEGMENTS = "/api/reporting/v1/history/segments";
    private static final String MANIFEST = "manifest.jsonl";

    @Mixin
    private final Reaching where = new Reaching();

    @Parameters(index = "0", paramLabel = "export|import")
    @Nullable
    String direction;

    @Parameters(index = "1", paramLabel = "DOSSIER")
    @Nullable
    Path folder;

    @Override
    public Integer call() {
        if (folder == null || !List.of("export", "import").contains(String.valueOf(direction))) {
            throw new LocalFailure("histoire.sens", String.valueOf(direction));
        }
        Path target = folder.toAbsolutePath();
        if (where.elsewhere().isEmpty()) {
            return ToolProcess.of(where.here)
                    .run("1g", List.of("history", String.valueOf(direction), target.toString()));
        }
        if ("import".equals(direction)) {
            throw new LocalFailure("connexion.ici", "history import");
        }
        return bring(where.door(), target);
    }

    /** What is there already and whole is not brought again; the manifest comes last, so that it names nothing missing. */
    private static int bring(Door door, Path target) {
        try {
            Files.createDirectories(target);
            JsonNode sealed = door.get(ANALYST, SEGMENTS);
            for (JsonNode segment : sealed.path("segments")) {
                bring(
                        door,
                        target,
                        segment.path("file").asString(),
                        segment.path("sha256").asString());
            }
            Path manifest = target.resolve(MANIFEST + ".part");
            door.fetch(ANALYST, SEGMENTS + "/" + MANIFEST, manifest);
            Files.move(manifest, target.resolve(MANIFEST), StandardCopyOption.REPLACE_EXISTING);
            System.out.println(Texts.say(
                    "histoire.apportee",
                    sealed.path("segments").size(),
                    target,
                    sealed.path("manifestHash").asString()));
            return ExitCode.OK.code();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void bring(Door door, Path target, String name, String sha256) throws IOException {
        Path file = target.resolve(Path.of(name).getFileName());
        if (Files.exists(file) && Sha256.hex(file).equals(sha256)) {
            return;
        }
        Path part = target.resolve(file.getFileName() + ".part");
        door.fetch(ANALYST, SEGMENTS + "/" + file.getFileName(), part);
        if (!Sha256.hex(part).equals(sha256)) {
            throw new LocalFailure("histoire.autre", name);
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
