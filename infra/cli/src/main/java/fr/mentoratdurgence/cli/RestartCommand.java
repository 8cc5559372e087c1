package fr.mentoratdurgence.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Asks the launcher, which lives elsewhere, to end one part and to start it again. */
@Command(name = "restart", resourceBundle = "messages.commands", mixinStandardHelpOptions = true)
final class RestartCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration GLANCE = Duration.ofMillis(200);

    @Mixin
    private final Where where = new Where();

    @Parameters(index = "0", paramLabel = "PARTIE", descriptionKey = "restart.partie")
    @Nullable
    Part part;

    @Override
    public Integer call() {
        Part asked = Objects.requireNonNull(part);
        int port = where.running().port(asked);
        Path folder = where.folder();
        if (!RunRecord.has(folder, asked)) {
            throw new LocalFailure("partie.pas.ici", asked.title(), folder);
        }
        System.out.println(Texts.say("relance", asked.title()));
        Path request = new RunFolder(folder).restartOf(asked);
        ask(request);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (Files.exists(request)) {
            if (System.nanoTime() > deadline) {
                throw new LocalFailure(
                        "partie.lente", asked.title(), PATIENCE.toMinutes(), new RunFolder(folder).log(asked));
            }
            var _ = where.running();
            Door.pause(GLANCE);
        }
        if (RunRecord.process(folder, asked).isEmpty() || !Ports.taken(port)) {
            throw new LocalFailure("relance.echec", asked.title(), new RunFolder(folder).log(asked));
        }
        System.out.println(Texts.say("relance.faite", asked.title()));
        return ExitCode.OK.code();
    }

    private static void ask(Path request) {
        try {
            PrivateFiles.write(request, new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
