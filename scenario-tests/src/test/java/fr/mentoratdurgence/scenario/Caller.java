package fr.mentoratdurgence.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.mentoratdurgence.cli.Secrets;
import fr.mentoratdurgence.local.LocalSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the gateway as a program would: with a real token of the real Keycloak, or without any. */
final class Caller {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final String origin;
    private final String issuer;
    private final @Nullable String token;

    private Caller(String origin, String issuer, @Nullable String token) {
        this.origin = origin;
        this.issuer = issuer;
        this.token = token;
    }

    static Caller anonymous() {
        var addresses = RunningSystem.get().addresses();
        return new Caller(addresses.origin(), addresses.issuer(), null);
    }

    static Caller as(String account) {
        return anonymous().login("mentorat-cli", account, "demo");
    }

    /** Somebody of another system, as its gateway would know them. */
    static Caller of(LocalSystem system, String account) {
        var addresses = system.addresses();
        return new Caller(addresses.origin(), addresses.issuer(), null).login("mentorat-cli", account, "demo");
    }

    /** The same person elsewhere. */
    Caller at(String other) {
        return new Caller(other, issuer, token);
    }

    /** Of Keycloak, to which its paths lead. */
    static Caller administrator() {
        return administrator(RunningSystem.get().system());
    }

    /** The same of another system. */
    static Caller administrator(LocalSystem system) {
        String keycloak = system.addresses().keycloak();
        return new Caller(keycloak, keycloak + "/realms/master", null)
                .login("admin-cli", "admin", system.administratorPassword());
    }

    /** A service, as Keycloak knows it; its paths lead there. */
    static Caller service(String client) {
        String keycloak = RunningSystem.get().addresses().keycloak();
        String secret = Secrets.in(RunningSystem.FOLDER).word("client." + client);
        return new Caller(keycloak, keycloak + "/realms/mentorat", null)
                .grant(Map.of("client_id", client, "client_secret", secret, "grant_type", "client_credentials"));
    }

    private Caller login(String client, String account, String password) {
        return grant(Map.of("client_id", client, "grant_type", "password", "username", account, "password", password));
    }

    private Caller grant(Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        Answer answer = exchange(HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        if (answer.status != 200) {
            throw new AssertionError("no token for " + fields.get("client_id") + ": " + answer.body);
        }
        return new Caller(origin, issuer, answer.json().get("access_token").asString());
    }

    record Answer(int status, String body, HttpResponse<String> response) {
        JsonNode json() {
            return JSON.readTree(body);
        }
    }

    Answer get(String path) {
        return call("GET", path, "", BodyPublishers.noBody(), Map.of());
    }

    Answer getPage(String path) {
        return call("GET", path, "", BodyPublishers.noBody(), Map.of("Accept", "text/html"));
    }

    Answer post(String path, Object body) {
        return post(path, body, Map.of());
    }

    Answer post(String path, Object body, Map<String, String> headers) {
        return call("POST", path, "application/json", BodyPublishers.ofString(JSON.writeValueAsString(body)), headers);
    }

    Answer call(String method, String path, String type, BodyPublisher body, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(origin + path)).method(method, body);
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        headers.forEach(request::header);
        return exchange(request);
    }

    private static Answer exchange(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    CLIENT.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
