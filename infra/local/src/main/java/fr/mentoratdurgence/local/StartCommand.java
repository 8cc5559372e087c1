package fr.mentoratdurgence.local;

import fr.mentoratdurgence.cli.LocalOptions;
import fr.mentoratdurgence.cli.Mentorat;
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

    @Option(names = "--fresh")
    private boolean fresh;

    @Option(names = "--exit")
    private boolean exit;

    @Option(names = "--only", paramLabel = "PARTIE", split = ",")
    private List<Part> only = List.of();

    @Override
    public Integer call() {
        Console console = new Console(System.out);
        LocalOptions asked = Asked.options(where, fresh);
        LocalOptions options = only.isEmpty() ? asked : asked.only(Set.copyOf(only));
        try (Foreground foreground = Foreground.start(options, console)) {
            console.say(Texts.say("pret", foreground.system().addresses().origin()));
            console.say(Texts.say("comptes"));
            if (!exit) {
                foreground.stayUp();
            }
        }
        return Mentorat.OK;
    }
}
