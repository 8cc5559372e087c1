package fr.mentoratdurgence.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a shell needs so that the tabulator completes. */
@Command(name = "completion", resourceBundle = "messages.commands", mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
    /** The shells that are spoken to. */
    enum Shell {
        BASH,
        ZSH
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "bash|zsh")
    private Shell shell = Shell.BASH;

    @Override
    public Integer call() {
        String script = AutoComplete.bash("mentorat", spec.root().commandLine());
        // the script knows zsh's way to use what is written for bash, once these are there
        spec.commandLine()
                .getOut()
                .print(shell == Shell.ZSH ? "autoload -Uz compinit bashcompinit && compinit\n" + script : script);
        spec.commandLine().getOut().flush();
        return ExitCode.OK.code();
    }
}
