package fr.mentoratdurgence.cli;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The people of the demonstration on this machine, who all have one password. */
final class DemonstrationAccounts implements Bearers {
    private static final Duration TOKEN_USE = Duration.ofMinutes(2);
    private static final int HASH_ITERATIONS = 210_000;
    private static final int HASH_BITS = 512;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final LocalAddresses addresses;
    private final Clock clock;
    private final Web web;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    private record Token(String value, Instant until) {}

    DemonstrationAccounts(LocalAddresses addresses, Clock clock, Web web) {
        this.addresses = addresses;
        this.clock = clock;
        this.web = web;
    }

    @Override
    public String token(String account) {
        // several logins of one person at once would be taken for a guess
        return tokens.compute(
                        account,
                        (_, known) -> known != null && clock.instant().isBefore(known.until()) ? known : login(account))
                .value();
    }

    private Token login(String account) {
        String value = grant(
                addresses.issuer(),
                Map.of("client_id", "mentorat-cli", "grant_type", "password", "username", account, "password", "demo"));
        return new Token(value, clock.instant().plus(TOKEN_USE));
    }

    /** See {@link Door#setDemonstrationPassword}. */
    String setPassword(String username, String administratorPassword) {
        String admin = grant(
                addresses.keycloak() + "/realms/master",
                Map.of(
                        "client_id", "admin-cli",
                        "grant_type", "password",
                        "username", "admin",
                        "password", administratorPassword));
        String users = addresses.keycloak() + "/admin/realms/mentorat/users";
        JsonNode user = administer(
                        admin, "GET", users + "?exact=true&username=" + Web.encode(username), Optional.empty())
                .path(0);
        String one = users + "/" + user.path("id").asString();
        // the list shows users without their attributes, and writing them back so would lose them
        ObjectNode ready = (ObjectNode) administer(admin, "GET", one, Optional.empty());
        ready.putArray("requiredActions");
        ready.putArray("credentials").addPOJO(hashed());
        administer(admin, "PUT", one, Optional.of(ready));
        return ready.path("email").asString();
    }

    /** As a hash, like those of the realm's file: in clear, the realm's own rules would refuse it. */
    private static Map<String, String> hashed() {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        try {
            byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(new PBEKeySpec("demo".toCharArray(), salt, HASH_ITERATIONS, HASH_BITS))
                    .getEncoded();
            var base64 = Base64.getEncoder();
            return Map.of(
                    "type",
                    "password",
                    "secretData",
                    JSON.writeValueAsString(
                            Map.of("value", base64.encodeToString(hash), "salt", base64.encodeToString(salt))),
                    "credentialData",
                    JSON.writeValueAsString(Map.of("hashIterations", HASH_ITERATIONS, "algorithm", "pbkdf2-sha512")));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has PBKDF2", impossible);
        }
    }

    private JsonNode administer(String token, String method, String address, Optional<Object> body) {
        var request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Web.TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.map(JSON::writeValueAsString)
                                .map(BodyPublishers::ofString)
                                .orElseGet(BodyPublishers::noBody));
        var answer = web.exchange(request.build());
        if (answer.statusCode() >= 300) {
            throw new StepRefused(method, address, answer.statusCode(), Web.read(answer.body()));
        }
        return Web.read(answer.body());
    }

    private String grant(String realm, Map<String, String> form) {
        var answer = web.post(URI.create(realm + "/protocol/openid-connect/token"), form);
        if (answer.statusCode() != 200) {
            throw new LocalFailure(
                    "parcours.compte.refuse",
                    form.getOrDefault("username", ""),
                    Web.read(answer.body()).path("error_description").asString(""));
        }
        return Web.read(answer.body()).path("access_token").asString();
    }
}
