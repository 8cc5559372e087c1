package fr.mentoratdurgence.local;

import fr.mentoratdurgence.cli.ExitCode;
import fr.mentoratdurgence.cli.RunRecord;
import fr.mentoratdurgence.cli.Texts;
import fr.mentoratdurgence.cli.Where;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "stop", resourceBundle = "messages.commands", mixinStandardHelpOptions = true)
final class StopCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(100);

    @Mixin
    private final Where where = new Where();

    @Override
    public Integer call() {
        Console console = new Console(System.out);
        Path folder = where.folder();
        Optional<ProcessHandle> launcher = RunRecord.launcher(folder);
        if (launcher.isPresent()) {
            console.say(Texts.say("arret"));
            Child.end(launcher.get(), PATIENCE);
        }
        int orphans = Leftovers.end(folder, console);
        console.say(Texts.say(launcher.isPresent() || orphans > 0 ? "arrete" : "rien.a.arreter", folder));
        return ExitCode.OK.code();
    }
}
