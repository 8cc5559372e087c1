package fr.mentoratdurgence.local;

import fr.mentoratdurgence.cli.ExitCode;
import fr.mentoratdurgence.cli.LocalOptions;
import fr.mentoratdurgence.cli.Part;
import fr.mentoratdurgence.cli.Texts;
import fr.mentoratdurgence.cli.Where;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "start", resourceBundle = "messages.commands", mixinStandardHelpOptions = true)
final class StartCommand implements Callable<Integer> {
    @Mixin
    private final Where where = new Where();

    @Mixin
    private final StartOptions asked = new StartOptions();

    @Option(names = "--only", paramLabel = "PARTIE", split = ",")
    private List<Part> only = List.of();

    @Override
    public Integer call() {
        Console console = new Console(System.out);
        LocalOptions all = asked.options(where, console);
        LocalOptions options = only.isEmpty() ? all : all.only(Set.copyOf(only));
        try (Foreground foreground = Foreground.start(options, console)) {
            console.say(Texts.say("pret", foreground.system().addresses().origin()));
            console.say(Texts.say("courriers", foreground.system().addresses().caughtLetters()));
            console.say(Texts.say("comptes"));
            if (!asked.exit()) {
                foreground.stayUp();
            }
        }
        return ExitCode.OK.code();
    }
}
