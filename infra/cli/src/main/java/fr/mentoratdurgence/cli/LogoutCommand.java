package fr.mentoratdurgence.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Ends a login there and forgets it here. */
@Command(name = "logout", resourceBundle = "messages.commands", mixinStandardHelpOptions = true)
final class LogoutCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--profile", paramLabel = "NOM", descriptionKey = "profile")
    @Nullable
    String name;

    @Override
    public Integer call() {
        Profiles profiles = Profiles.ofThisPerson();
        Profile profile = (name == null ? profiles.latest() : profiles.named(name))
                .orElseThrow(() -> new LocalFailure("connexion.inconnue", String.valueOf(name)));
        boolean ended;
        try {
            ended = new DeviceLogin(new Web(), Clock.systemUTC(), Door::pause).signOut(profile);
        } catch (LocalFailure _) {
            // who leaves is forgotten here, whatever answers there
            ended = false;
        }
        profiles.forget(profile.name());
        spec.commandLine()
                .getOut()
                .println(Texts.say(ended ? "deconnexion.faite" : "deconnexion.ici", profile.url(), profile.name()));
        return ended ? ExitCode.OK.code() : ExitCode.UNREACHABLE.code();
    }
}
