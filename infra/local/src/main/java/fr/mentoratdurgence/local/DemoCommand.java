package fr.mentoratdurgence.local;

import fr.mentoratdurgence.cli.Door;
import fr.mentoratdurgence.cli.ExitCode;
import fr.mentoratdurgence.cli.LocalAddresses;
import fr.mentoratdurgence.cli.LocalFailure;
import fr.mentoratdurgence.cli.LocalOptions;
import fr.mentoratdurgence.cli.Texts;
import fr.mentoratdurgence.cli.Where;
import fr.mentoratdurgence.local.journey.Journey;
import fr.mentoratdurgence.local.journey.JourneyData;
import fr.mentoratdurgence.local.journey.JourneyResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Command(name = "demo", resourceBundle = "messages.commands", mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Mixin
    private final Where where = new Where();

    @Mixin
    private final StartOptions asked = new StartOptions();

    @Option(names = "--json")
    private boolean json;

    @Option(names = "--structures", paramLabel = "FICHIER")
    @Nullable
    Path structures;

    @Option(names = "--needs", paramLabel = "FICHIER")
    @Nullable
    Path needs;

    @Option(names = "--mentors", paramLabel = "FICHIER")
    @Nullable
    Path mentors;

    @Override
    public Integer call() {
        // programs read the output, people read what goes beside it
        Console console = new Console(json ? System.err : System.out);
        for (Path file : files()) {
            if (!Files.isReadable(file)) {
                throw new LocalFailure("fichier.illisible", file);
            }
        }
        JourneyData data = JourneyData.of(structures, needs, mentors);
        LocalOptions options = asked.options(where, console);
        if (!asked.fresh() && Files.exists(options.directory().resolve(Leftovers.BEGUN))) {
            throw new LocalFailure("parcours.interrompu", options.directory());
        }
        try (Foreground foreground = Foreground.start(options, console)) {
            JourneyResult result = played(foreground.system(), data, console);
            LocalAddresses addresses = foreground.system().addresses();
            if (json) {
                System.out.println(Summary.json(result, addresses));
            } else {
                Summary.print(result, addresses, System.out);
            }
            if (!asked.exit()) {
                foreground.stayUp();
            }
            return result.wentThrough() ? ExitCode.OK.code() : ExitCode.FAILED.code();
        }
    }

    private List<Path> files() {
        return Stream.of(structures, needs, mentors).filter(Objects::nonNull).toList();
    }

    /** Once per directory: a second start finds its data again, and must not double them. */
    private static JourneyResult played(LocalSystem system, JourneyData data, Console console) {
        Door door = new Door(system.addresses(), Clock.systemUTC());
        Path done = system.directory().resolve("parcours.json");
        if (Files.exists(done)) {
            console.say(Texts.say("parcours.deja.joue"));
            JsonNode bilan = door.get("analyste", "/api/reporting/v1/bilan");
            return JourneyResult.earlier(
                    bilan, JsonMapper.shared().readValue(done.toFile(), new TypeReference<Map<String, String>>() {}));
        }
        Path begun = system.directory().resolve(Leftovers.BEGUN);
        try {
            Files.writeString(begun, "");
            JourneyResult result =
                    new Journey(door, data, system.administratorPassword(), system.clock(), console::say).play();
            if (result.wentThrough()) {
                Files.writeString(done, JsonMapper.shared().writeValueAsString(result.logins()));
                Files.delete(begun);
            }
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
