package fr.mentoratdurgence.cli;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Signs in at an installation, by a browser, and keeps that for the commands that follow. */
@Command(name = "login", resourceBundle = "messages.commands", mixinStandardHelpOptions = true)
final class LoginCommand implements Callable<Integer> {
    private static final List<String> OF_USE = List.of("analyst", "ops");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--url", paramLabel = "ADRESSE", required = true, descriptionKey = "url")
    @Nullable
    String url;

    @Option(names = "--profile", paramLabel = "NOM", descriptionKey = "login.profile")
    @Nullable
    String name;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        String origin = DeviceLogin.origin(String.valueOf(url));
        String kept = Profiles.name(name == null ? host(origin) : name);
        Profile profile = new DeviceLogin(new Web(), Clock.systemUTC(), Door::pause)
                .signIn(kept, origin, invitation -> {
                    out.println(Texts.say(
                            "connexion.invitation",
                            invitation.pageWithCode().isEmpty() ? invitation.page() : invitation.pageWithCode(),
                            invitation.code()));
                    out.flush();
                });
        Profiles.ofThisPerson().signedIn(profile);
        out.println(Texts.say("connexion.faite", profile.account(), origin, kept));
        if (DeviceLogin.roles(profile).stream().noneMatch(OF_USE::contains)) {
            out.println(Texts.say("connexion.sans.role"));
        }
        return ExitCode.OK.code();
    }

    private static String host(String origin) {
        URI address = URI.create(origin);
        return address.getPort() < 0 ? address.getHost() : address.getHost() + "-" + address.getPort();
    }
}
