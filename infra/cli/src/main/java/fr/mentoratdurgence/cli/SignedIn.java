package fr.mentoratdurgence.cli;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Who is signed in at an installation: one person, whatever is asked. */
final class SignedIn implements Bearers {
    /** A request that leaves now must not arrive too late. */
    private static final Duration MARGIN = Duration.ofSeconds(20);

    private final Profiles profiles;
    private final String name;
    private final Clock clock;
    private final Web web;

    SignedIn(Profiles profiles, String name, Clock clock, Web web) {
        this.profiles = profiles;
        this.name = name;
        this.clock = clock;
        this.web = web;
    }

    @Override
    public String token(String account) {
        return profiles.change(
                        name, known -> clock.instant().plus(MARGIN).isBefore(known.until()) ? known : refreshed(known))
                .accessToken();
    }

    @Override
    public boolean renew() {
        var _ = profiles.change(name, this::refreshed);
        return true;
    }

    private Profile refreshed(Profile known) {
        var answer = web.post(
                URI.create(known.tokenAddress()),
                Map.of(
                        "client_id",
                        DeviceLogin.CLIENT,
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        known.refreshToken()));
        if (answer.statusCode() != 200) {
            throw new LocalFailure("connexion.finie", known.url(), known.name());
        }
        JsonNode tokens = Web.read(answer.body());
        return known.with(
                tokens.path("access_token").asString(),
                clock.instant().plusSeconds(tokens.path("expires_in").asLong()),
                tokens.path("refresh_token").asString(known.refreshToken()));
    }
}
