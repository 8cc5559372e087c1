package fr.mentoratdurgence.local;

import fr.mentoratdurgence.cli.ExitCode;
import fr.mentoratdurgence.cli.Folders;
import fr.mentoratdurgence.cli.LocalFailure;
import fr.mentoratdurgence.cli.LocalOptions;
import fr.mentoratdurgence.cli.ToolProcess;
import fr.mentoratdurgence.cli.Where;
import fr.mentoratdurgence.local.parts.PostgresPart;
import fr.mentoratdurgence.local.parts.PostgresPart.Database;
import java.nio.file.Path;
import java.time.Duration;
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

    @Parameters(index = "0", paramLabel = "replay|gateway|start", descriptionKey = "bench.quoi")
    @Nullable
    String what;

    @Option(names = "--events", paramLabel = "N", split = ",")
    private List<Long> events = new ArrayList<>();

    @Option(names = "--seconds", paramLabel = "N", descriptionKey = "bench.secondes")
    private int seconds = 20;

    @Option(names = "--turns", paramLabel = "N", descriptionKey = "bench.tours")
    private int turns = 3;

    @Option(names = "--callers", paramLabel = "N", descriptionKey = "bench.appelants")
    private int callers = 8;

    @Override
    public Integer call() throws InterruptedException {
        return switch (String.valueOf(what)) {
            case "replay" -> replay();
            case "gateway" -> gateway();
            case "start" -> {
                new StartBench(ownSystem("bench-start"), System.out).run(turns, Duration.ofSeconds(seconds));
                yield ExitCode.OK.code();
            }
            default -> throw new LocalFailure("bench.inconnu", String.valueOf(what));
        };
    }

    private int replay() {
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

    private int gateway() {
        LocalOptions options =
                ownSystem("bench-gateway").with(GatewayBench.WITHOUT_LIMITS).startingFresh();
        Console console = new Console(System.err);
        try (Foreground foreground = Foreground.start(options, console)) {
            new GatewayBench(foreground.system(), callers, System.out).run(Duration.ofSeconds(seconds), turns);
        }
        return ExitCode.OK.code();
    }

    /** Beside the one that people work with; its ports are those that were asked for. */
    private LocalOptions ownSystem(String name) {
        return where.options().in(where.folder().resolve(name));
    }
}
