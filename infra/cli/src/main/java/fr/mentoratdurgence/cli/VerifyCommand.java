package fr.mentoratdurgence.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/**
 * Proves that nothing was lost on the way: on this machine by reading stores, topics, history and sealed days whole,
 * elsewhere by what the services answer.
 */
@Command(name = "verify", resourceBundle = "messages.commands", mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private final Reaching where = new Reaching();

    @Option(names = "--personal-data")
    private boolean personalData;

    @Override
    public Integer call() {
        if (where.elsewhere().isPresent()) {
            return elsewhere();
        }
        return ToolProcess.of(where.here)
                .run("1g", personalData ? List.of("verify", "--personal-data") : List.of("verify"));
    }

    private int elsewhere() {
        if (personalData) {
            throw new LocalFailure("connexion.ici", "verify --personal-data");
        }
        var found = new RemoteVerification(where.door(), sentence -> {
                    if (!where.json()) {
                        System.out.println(sentence);
                    }
                })
                .run();
        if (where.json()) {
            System.out.println(JsonMapper.shared().writeValueAsString(found));
        }
        return found.agrees() ? ExitCode.OK.code() : ExitCode.FAILED.code();
    }
}
