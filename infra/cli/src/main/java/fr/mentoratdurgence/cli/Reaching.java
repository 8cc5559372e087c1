package fr.mentoratdurgence.cli;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The options of a command that asks an installation: the one that is named, else the one of {@code MENTORAT_PROFILE},
 * else the run of this checkout, else, where there is no checkout, the one that was signed in at last. Who has a checkout
 * never reaches an installation without having named it.
 */
public final class Reaching {
    @Mixin
    final Answering here = new Answering();

    @Option(names = "--url", paramLabel = "ADRESSE", descriptionKey = "url")
    @Nullable
    String url;

    @Option(names = "--profile", paramLabel = "NOM", descriptionKey = "profile")
    @Nullable
    String profile;

    /** Whether a program reads the answer. */
    public boolean json() {
        return here.json;
    }

    /** Whether it is another one than the run of this machine. */
    public boolean isElsewhere() {
        return elsewhere().isPresent();
    }

    /** The run of this machine. */
    public Where here() {
        return here;
    }

    /** The door to the installation that is meant. */
    public Door door() {
        return door(Clock.systemUTC());
    }

    Door door(Clock clock) {
        return elsewhere().map(meant -> doorTo(meant, clock)).orElseGet(() -> new Door(here.running(), clock));
    }

    /** The installation that is meant, where it is not the run of this machine. */
    Optional<Profile> elsewhere() {
        Profiles profiles = Profiles.ofThisPerson();
        if (profile != null) {
            return Optional.of(known(profiles, profile));
        }
        if (url != null) {
            String origin = DeviceLogin.origin(url);
            return Optional.of(profiles.all().stream()
                    .filter(one -> one.url().equals(origin))
                    .findFirst()
                    .orElseThrow(() -> new LocalFailure("connexion.aucune", origin)));
        }
        if (here.directory != null || here.portOffset != null) {
            return Optional.empty();
        }
        String usual = System.getenv("MENTORAT_PROFILE");
        if (usual != null && !usual.isBlank()) {
            return Optional.of(known(profiles, usual));
        }
        return LocalOptions.inCheckout() ? Optional.empty() : Optional.of(latest(profiles));
    }

    private static Profile known(Profiles profiles, String name) {
        return profiles.named(name).orElseThrow(() -> new LocalFailure("connexion.inconnue", name));
    }

    private static Profile latest(Profiles profiles) {
        return profiles.latest().orElseThrow(() -> new LocalFailure("connexion.aucune", "https://…"));
    }

    private static Door doorTo(Profile meant, Clock clock) {
        Web web = new Web();
        return new Door(meant.url(), new SignedIn(Profiles.ofThisPerson(), meant.name(), clock, web), web);
    }
}
