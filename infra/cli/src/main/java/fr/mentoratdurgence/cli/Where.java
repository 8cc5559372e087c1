package fr.mentoratdurgence.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which run is meant. */
public class Where {
    @Option(names = "--var", paramLabel = "DOSSIER")
    @Nullable
    Path directory;

    @Option(names = "--port-offset", paramLabel = "N")
    @Nullable
    Integer portOffset;

    /** The run that is meant, as far as options say it. */
    public LocalOptions options() {
        LocalOptions usual = LocalOptions.of(LocalOptions.enclosingCheckout());
        LocalOptions placed = directory == null ? usual : usual.in(directory.toAbsolutePath());
        return portOffset == null ? placed : placed.shiftedBy(portOffset);
    }

    /** Where that run keeps what it keeps. */
    public Path folder() {
        return options().directory();
    }

    /** The addresses of the run that lives in this folder. */
    public LocalAddresses running() {
        LocalOptions options = options();
        if (RunRecord.launcher(options.directory()).isEmpty()) {
            throw new LocalFailure("pas.en.marche", options.directory());
        }
        return new LocalAddresses(RunRecord.portOffset(options.directory()).orElse(options.portOffset()));
    }
}
