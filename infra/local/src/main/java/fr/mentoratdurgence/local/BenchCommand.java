package fr.mentoratdurgence.local;

import fr.mentoratdurgence.cli.Folders;
import fr.mentoratdurgence.cli.LocalFailure;
import fr.mentoratdurgence.cli.ToolProcess;
import fr.mentoratdurgence.cli.Where;
import fr.mentoratdurgence.local.parts.PostgresPart;
import fr.mentoratdurgence.local.parts.PostgresPart.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "bench", resourceBundle = "messages.commands", mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    @Mixin
    private final Where where = new Where();

    @Parameters(index = "0", paramLabel = "replay", descriptionKey = "bench.quoi")
    @Nullable
    String what;

    @Option(names = "--events", paramLabel = "N", split = ",")
    private List<Long> events = new ArrayList<>();

    @Override
    public Integer call() {
        if (!"replay".equals(what)) {
            throw new LocalFailure("bench.inconnu", String.valueOf(what));
        }
        Path folder = where.folder().resolve("bench").toAbsolutePath();
        Folders.delete(folder);
        List<String> arguments = new ArrayList<>(List.of("bench", "replay"));
        events.forEach(number -> arguments.add(number.toString()));
        try (PostgresPart server = PostgresPart.start(folder.resolve("postgres"), 0, true)) {
            Database bench = server.createDatabase("bench");
            return ToolProcess.of(where, bench.url(), bench.user(), bench.password(), folder.resolve("segments"))
                    .run("2g", arguments);
        } finally {
            Folders.delete(folder);
        }
    }
}
