package fr.mentoratdurgence.cli;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Signing in at an installation from a terminal (RFC 8628): the person opens a page in a browser, on whatever machine,
 * signs in there as always, and grants this terminal access. No password passes through here.
 */
final class DeviceLogin {
    static final String CLIENT = "mentorat-terminal";

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";
    private static final Duration SLOWER = Duration.ofSeconds(5);
    private static final long USUAL_INTERVAL = 5;

    private final Web web;
    private final Clock clock;
    private final Consumer<Duration> pause;

    /** What the person has to do. */
    record Invitation(String page, String pageWithCode, String code) {}

    /** @param pause waits between two questions */
    DeviceLogin(Web web, Clock clock, Consumer<Duration> pause) {
        this.web = web;
        this.clock = clock;
        this.pause = pause;
    }

    /** An address that may be signed in at, without what stands after it. */
    static String origin(String typed) {
        try {
            URI address = URI.create(typed.strip());
            if (address.getHost() == null || !safe(address)) {
                throw new LocalFailure("connexion.adresse", typed);
            }
            return address.getScheme() + "://" + address.getRawAuthority();
        } catch (IllegalArgumentException _) {
            throw new LocalFailure("connexion.adresse", typed);
        }
    }

    /** Tokens travel enciphered, or stay on this machine. */
    private static boolean safe(URI address) {
        return "https".equals(address.getScheme()) || ("http".equals(address.getScheme()) && here(address));
    }

    private static boolean here(URI address) {
        try {
            return InetAddress.getByName(address.getHost()).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }

    /** Signs in, and says who is. */
    Profile signIn(String name, String origin, Consumer<Invitation> invite) {
        JsonNode server = server(origin);
        URI tokens = endpoint(server, "token_endpoint");
        JsonNode begun = ok(
                web.post(
                        endpoint(server, "device_authorization_endpoint"),
                        Map.of("client_id", CLIENT, "scope", "openid")),
                origin);
        invite.accept(new Invitation(
                begun.path("verification_uri").asString(),
                begun.path("verification_uri_complete").asString(""),
                begun.path("user_code").asString()));
        JsonNode granted = await(begun, tokens);
        String access = granted.path("access_token").asString();
        return new Profile(
                name,
                origin,
                tokens.toString(),
                endpoint(server, "end_session_endpoint").toString(),
                claims(access).path("preferred_username").asString(""),
                access,
                clock.instant().plusSeconds(granted.path("expires_in").asLong()),
                granted.path("refresh_token").asString());
    }

    private JsonNode await(JsonNode begun, URI tokens) {
        Instant end = clock.instant().plusSeconds(begun.path("expires_in").asLong());
        Duration interval = Duration.ofSeconds(begun.path("interval").asLong(USUAL_INTERVAL));
        while (clock.instant().isBefore(end)) {
            pause.accept(interval);
            HttpResponse<String> answer = web.post(
                    tokens,
                    Map.of(
                            "client_id", CLIENT,
                            "grant_type", GRANT,
                            "device_code", begun.path("device_code").asString()));
            JsonNode said = Web.read(answer.body());
            if (answer.statusCode() == 200) {
                return said;
            }
            switch (said.path("error").asString("")) {
                case "authorization_pending" -> {}
                case "slow_down" -> interval = interval.plus(SLOWER);
                case "access_denied" -> throw new LocalFailure("connexion.refusee");
                default -> throw new LocalFailure("connexion.expiree");
            }
        }
        throw new LocalFailure("connexion.expiree");
    }

    /** What the installation's own server of accounts says of itself. */
    private JsonNode server(String origin) {
        JsonNode resource = document(origin + "/.well-known/oauth-protected-resource", origin);
        String issuer = resource.path("authorization_servers").path(0).asString("");
        JsonNode server = document(issuer + "/.well-known/openid-configuration", origin);
        // whoever stands in between could else send the person, and the tokens, elsewhere
        if (!server.path("issuer").asString("").equals(issuer)
                || !resource.path("resource").asString("").equals(origin)) {
            throw new LocalFailure("connexion.autre", origin);
        }
        return server;
    }

    private JsonNode document(String address, String origin) {
        try {
            URI target = URI.create(address);
            if (target.getHost() == null || !safe(target)) {
                throw new LocalFailure("connexion.impossible", origin);
            }
            return ok(
                    web.exchange(HttpRequest.newBuilder(target)
                            .timeout(Web.TIMEOUT)
                            .header("Accept", "application/json")
                            .build()),
                    origin);
        } catch (IllegalArgumentException _) {
            throw new LocalFailure("connexion.impossible", origin);
        }
    }

    private static JsonNode ok(HttpResponse<String> answer, String origin) {
        if (answer.statusCode() != 200) {
            throw new LocalFailure("connexion.impossible", origin);
        }
        return Web.read(answer.body());
    }

    private static URI endpoint(JsonNode server, String name) {
        URI address = URI.create(server.path(name).asString(""));
        if (address.getHost() == null || !safe(address)) {
            throw new LocalFailure("connexion.impossible", server.path("issuer").asString(""));
        }
        return address;
    }

    /** The roles that the token of this profile carries, for who wonders what may be done. */
    static List<String> roles(Profile profile) {
        return claims(profile.accessToken())
                .path("realm_access")
                .path("roles")
                .valueStream()
                .map(JsonNode::asString)
                .sorted()
                .toList();
    }

    /** Read for showing only: services judge the token. */
    private static JsonNode claims(String token) {
        String[] parts = token.split("\\.", -1);
        try {
            return Web.read(new String(
                    Base64.getUrlDecoder().decode(parts.length > 1 ? parts[1] : ""), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Web.read("");
        }
    }

    /** Ends the login; the profile is of no use from here on. */
    boolean signOut(Profile profile) {
        return web.post(
                                URI.create(profile.logoutAddress()),
                                Map.of("client_id", CLIENT, "refresh_token", profile.refreshToken()))
                        .statusCode()
                < 300;
    }
}
