package fr.mentoratdurgence.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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
    String named;

    @Override
    public Integer call() {
        LocalAddresses addresses = where.running();
        // one after the other: where there are several, some answer all the time
        for (PartInstance instance : meant(Objects.requireNonNull(named).toLowerCase(Locale.ROOT))) {
            restart(instance, addresses);
        }
        return ExitCode.OK.code();
    }

    /** The name of a part means all its processes. */
    private List<PartInstance> meant(String name) {
        PartInstance asked = PartInstance.named(name).orElseThrow(() -> new LocalFailure("partie.inconnue", name));
        List<PartInstance> meant = RunRecord.instances(where.folder()).stream()
                .filter(instance -> asked.number() == 1 ? instance.part() == asked.part() : instance.equals(asked))
                .toList();
        if (meant.isEmpty()) {
            throw new LocalFailure("partie.pas.ici", asked.title(), where.folder());
        }
        return meant;
    }

    private void restart(PartInstance asked, LocalAddresses addresses) {
        Path folder = where.folder();
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
        if (RunRecord.process(folder, asked).isEmpty() || !Ports.taken(addresses.port(asked))) {
            throw new LocalFailure("relance.echec", asked.title(), new RunFolder(folder).log(asked));
        }
        System.out.println(Texts.say("relance.faite", asked.title()));
    }

    private static void ask(Path request) {
        try {
            PrivateFiles.write(request, new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
