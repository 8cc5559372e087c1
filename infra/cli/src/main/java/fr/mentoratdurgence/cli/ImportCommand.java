package fr.mentoratdurgence.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(name = "import", resourceBundle = "messages.commands", mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    /** What can be imported, and where it goes. */
    enum Kind {
        STRUCTURES("/api/needs/v1/structures/import"),
        PRIORITIES("/api/needs/v1/structures/priorities"),
        NEEDS("/api/needs/v1/needs/import"),
        MENTORS("/api/mentors/v1/mentors/import"),
        RESOURCES("/api/followup/v1/resources/import");

        private final String path;

        Kind(String path) {
            this.path = path;
        }
    }

    @Mixin
    private final Reaching where = new Reaching();

    @Parameters(index = "0", paramLabel = "structures|priorities|needs|mentors|resources")
    @Nullable
    String kind;

    @Parameters(index = "1", paramLabel = "FICHIER")
    @Nullable
    Path file;

    @Override
    public Integer call() {
        Kind wanted = wanted();
        if (file == null || !Files.isReadable(file)) {
            throw new LocalFailure("fichier.illisible", String.valueOf(file));
        }
        JsonNode answer = where.door().postCsv("coordination", wanted.path, content(file));
        if (where.json()) {
            System.out.println(answer);
        } else {
            printAll(answer);
        }
        boolean all = answer.path("rejected").asInt() == 0
                && answer.path("inQuestion").asInt() == 0;
        return all ? ExitCode.OK.code() : ExitCode.FAILED.code();
    }

    private Kind wanted() {
        for (Kind known : Kind.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(kind)) {
                return known;
            }
        }
        throw new LocalFailure("import.inconnu", String.valueOf(kind));
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void printAll(JsonNode answer) {
        System.out.println(Texts.say(
                "import.resultat",
                answer.path("accepted").asInt(),
                answer.path("updated").asInt(),
                answer.path("unchanged").asInt(),
                answer.path("rejected").asInt(),
                answer.path("inQuestion").asInt()));
        print(answer.path("errors"));
        print(answer.path("skipped"));
    }

    private static void print(Iterable<JsonNode> reasons) {
        for (JsonNode error : reasons) {
            String column = error.path("column").asString("");
            String reason = error.path("reason").asString();
            String line = error.path("line").asString();
            System.out.println(
                    column.isEmpty()
                            ? Texts.say("import.erreur.ligne", line, reason)
                            : Texts.say("import.erreur", line, column, reason));
        }
    }
}
