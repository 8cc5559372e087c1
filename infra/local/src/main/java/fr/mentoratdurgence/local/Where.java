package fr.mentoratdurgence.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which run is meant. */
final class Where {
    @Option(names = "--var", paramLabel = "DOSSIER")
    @Nullable
    Path directory;

    @Option(names = "--port-offset", paramLabel = "N")
    @Nullable
    Integer portOffset;

    LocalOptions options() {
        LocalOptions usual = LocalOptions.of(LocalOptions.enclosingCheckout()).with(time());
        LocalOptions placed = directory == null ? usual : usual.in(directory.toAbsolutePath());
        return portOffset == null ? placed : placed.shiftedBy(portOffset);
    }

    /** A crisis clock comes from the environment, as the applications themselves take it. */
    private static Map<String, String> time() {
        Map<String, String> given = new HashMap<>(System.getenv());
        given.keySet().retainAll(Set.of(LocalClock.START, LocalClock.ORIGIN, LocalClock.SPEED));
        return given;
    }

    Path folder() {
        return options().directory();
    }

    /** The addresses of the run that lives in this folder. */
    LocalAddresses running() {
        LocalOptions options = options();
        if (RunRecord.launcher(options.directory()).isEmpty()) {
            throw new LocalFailure("pas.en.marche", options.directory());
        }
        return new LocalAddresses(RunRecord.portOffset(options.directory()).orElse(options.portOffset()));
    }
}
