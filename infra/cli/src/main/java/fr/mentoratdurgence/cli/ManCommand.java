package fr.mentoratdurgence.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The manual, for {@code man}. */
@Command(name = "man", resourceBundle = "messages.commands", mixinStandardHelpOptions = true)
final class ManCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(new ManPage(spec.root()).written());
        spec.commandLine().getOut().flush();
        return ExitCode.OK.code();
    }
}
