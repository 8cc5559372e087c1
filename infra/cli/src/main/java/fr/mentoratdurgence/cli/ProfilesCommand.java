package fr.mentoratdurgence.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Where this person is signed in. */
@Command(name = "profiles", resourceBundle = "messages.commands", mixinStandardHelpOptions = true)
final class ProfilesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--json")
    private boolean json;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        List<Profile> all = Profiles.ofThisPerson().all();
        if (json) {
            out.println(JsonMapper.shared()
                    .writeValueAsString(all.stream()
                            .map(one -> Map.of("name", one.name(), "url", one.url(), "account", one.account()))
                            .toList()));
            return ExitCode.OK.code();
        }
        if (all.isEmpty()) {
            out.println(Texts.say("profils.aucun"));
        }
        all.forEach(one -> out.printf("%-28s %-40s %s%n", one.name(), one.url(), one.account()));
        return ExitCode.OK.code();
    }
}
