package fr.mentoratdurgence.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The public APIs of a running system, used by people of the demonstration with their own tokens. */
public final class Door {
    private static final Duration TIMEOUT = Duration.ofMinutes(2); // a whole season is played again in less
    private static final Duration TOKEN_USE = Duration.ofMinutes(2);
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final int TRIES = 20;
    private static final int HASH_ITERATIONS = 210_000;
    private static final int HASH_BITS = 512;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final LocalAddresses addresses;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    private record Token(String value, Instant until) {}

    /** A door to the system at these addresses. */
    public Door(LocalAddresses addresses, Clock clock) {
        this.addresses = addresses;
        this.clock = clock;
    }

    /** What this account sees at a path of the gateway. */
    public JsonNode get(String account, String path) {
        return send(account, path, "GET", "", new byte[0]);
    }

    /** Sends JSON as this account. */
    public JsonNode post(String account, String path, Map<String, ?> body) {
        return send(account, path, "POST", "application/json", JSON.writeValueAsBytes(body));
    }

    /** Deletes as this account. */
    public JsonNode delete(String account, String path) {
        return send(account, path, "DELETE", "", new byte[0]);
    }

    /** Sends a JSON file as this account. */
    public JsonNode postJson(String account, String path, String json) {
        return send(account, path, "POST", "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a CSV file as this account. */
    public JsonNode postCsv(String account, String path, String csv) {
        return postCsv(account, path, csv.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a CSV file as it is, in whatever encoding: the service reads what spreadsheets write. */
    public JsonNode postCsv(String account, String path, byte[] csv) {
        return send(account, path, "POST", "text/csv", csv);
    }

    /** Sends JSON as somebody without an account. */
    public JsonNode postPublicly(String path, Map<String, ?> body) {
        return send("", path, "POST", "application/json", JSON.writeValueAsBytes(body));
    }

    private JsonNode send(String account, String path, String method, String type, byte[] body) {
        URI target = URI.create(addresses.origin() + path);
        for (int attempt = 1; ; attempt++) {
            var request = HttpRequest.newBuilder(target).timeout(TIMEOUT).header("Accept", "application/json");
            if (!account.isEmpty()) {
                request.header("Authorization", "Bearer " + token(account));
            }
            if (!type.isEmpty()) {
                request.header("Content-Type", type);
            }
            var answer = exchange(
                    request.method(method, BodyPublishers.ofByteArray(body)).build());
            int status = answer.statusCode();
            if (status < 300) {
                return read(answer.body());
            }
            boolean mayComeBack = status == TOO_MANY || (status == UNAVAILABLE && method.equals("GET"));
            if (!mayComeBack || attempt == TRIES) {
                throw new StepRefused(method, path, status, read(answer.body()));
            }
            pause(retryAfter(answer));
        }
    }

    private String token(String account) {
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

    /**
     * Gives a new account of the demonstration the password that all of them have, as an administrator
     * of Keycloak would: a real mentor chooses it at the first login. Answers with the address of the account.
     */
    public String setDemonstrationPassword(String username, String administratorPassword) {
        String admin = grant(
                addresses.keycloak() + "/realms/master",
                Map.of(
                        "client_id", "admin-cli",
                        "grant_type", "password",
                        "username", "admin",
                        "password", administratorPassword));
        String users = addresses.keycloak() + "/admin/realms/mentorat/users";
        JsonNode user = administer(admin, "GET", users + "?exact=true&username=" + encode(username), Optional.empty())
                .path(0);
        String one = users + "/" + user.path("id").asString();
        // the list shows users without their attributes, and writing them back so would lose them
        ObjectNode ready = (ObjectNode) administer(admin, "GET", one, Optional.empty());
        ready.putArray("requiredActions");
        ready.putArray("credentials").addPOJO(demonstrationPassword());
        administer(admin, "PUT", one, Optional.of(ready));
        return ready.path("email").asString();
    }

    /** As a hash, like those of the realm's file: in clear, the realm's own rules would refuse it. */
    private static Map<String, String> demonstrationPassword() {
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
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.map(JSON::writeValueAsString)
                                .map(BodyPublishers::ofString)
                                .orElseGet(BodyPublishers::noBody));
        var answer = exchange(request.build());
        if (answer.statusCode() >= 300) {
            throw new StepRefused(method, address, answer.statusCode(), read(answer.body()));
        }
        return read(answer.body());
    }

    private String grant(String realm, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        String address = realm + "/protocol/openid-connect/token";
        var answer = exchange(HttpRequest.newBuilder(URI.create(address))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
        if (answer.statusCode() != 200) {
            throw new LocalFailure(
                    "parcours.compte.refuse",
                    form.getOrDefault("username", ""),
                    read(answer.body()).path("error_description").asString(""));
        }
        return read(answer.body()).path("access_token").asString();
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new LocalFailure("parcours.injoignable", request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("arret.en.cours");
        }
    }

    private static JsonNode read(String body) {
        if (body.isBlank()) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            return JSON.readTree(body);
        } catch (JacksonException _) {
            // a page instead of an answer: keep what can be read of it
            return JsonNodeFactory.instance.objectNode().put("detail", body.substring(0, Math.min(300, body.length())));
        }
    }

    private static Duration retryAfter(HttpResponse<String> answer) {
        long seconds = answer.headers().firstValueAsLong("Retry-After").orElse(1);
        return Duration.ofSeconds(Math.min(seconds, 10));
    }

    /** Waits, unless all is being stopped. */
    public static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("arret.en.cours");
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
