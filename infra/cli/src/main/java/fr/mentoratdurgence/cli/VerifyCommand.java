package fr.mentoratdurgence.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "verify", resourceBundle = "messages.commands", mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private final Where where = new Where();

    @Option(names = "--personal-data")
    private boolean personalData;

    @Override
    public Integer call() {
        return ToolProcess.of(where).run("1g", personalData ? List.of("verify", "--personal-data") : List.of("verify"));
    }
}
