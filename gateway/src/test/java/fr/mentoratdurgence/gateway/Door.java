package fr.mentoratdurgence.gateway;

import fr.mentoratdurgence.gateway.sessions.DemoSessions;
import fr.mentoratdurgence.gateway.sessions.SealedSessions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The gateway, started for tests before stand-ins of the five services, and a visitor at its door.
 *
 * <p>It stays open until the tests end: closing one would take the network threads that all share.
 */
final class Door {
    static final String ORIGIN = "http://door.test";
    static final String ISSUER = "http://login.test/realms/mentorat";
    static final String PAGE = "text/html,application/xhtml+xml";

    private static final List<String> SERVICES = List.of("needs", "mentor", "matching", "followup", "reporting");
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Map<String, Upstream> services = new LinkedHashMap<>();
    private final ConfigurableApplicationContext context;
    private final String base;

    private static final class Shared {
        static final Door DOOR = new Door();
    }

    /** One for all tests that change nothing in its settings. */
    static Door shared() {
        return Shared.DOOR;
    }

    Door(String... settings) {
        this(List.of(), settings);
    }

    /** @param more beans of a test beside the gateway's own */
    Door(List<Class<?>> more, String... settings) {
        // gateways of one database share limits out among themselves
        var database = TestDatabase.named("gateway" + COUNT.incrementAndGet());
        var keycloak = new Upstream("keycloak");
        services.put("keycloak", keycloak);
        List<String> all = new ArrayList<>(List.of(
                "--server.port=0",
                // a number, by which the gateway knows it: what leads to services is not there
                "--management.server.port=" + freePort(),
                "--PUBLIC_ORIGIN=" + ORIGIN,
                "--OIDC_ISSUER=" + ISSUER,
                "--OIDC_INTERNAL=" + keycloak.url() + "/realms/mentorat",
                "--SESSION_KEY=0123456789abcdef0123456789abcdef",
                "--GATEWAY_CLIENT_SECRET=of-the-tests",
                "--DB_URL=" + database.url(),
                "--DB_USER=" + database.user(),
                "--DB_PASSWORD=" + database.password(),
                "--spring.cloud.gateway.server.webflux.httpclient.response-timeout=2s"));
        for (String service : SERVICES) {
            var upstream = new Upstream(service);
            services.put(service, upstream);
            all.add("--" + service.toUpperCase(Locale.ROOT) + "_URL=" + upstream.url());
        }
        for (String setting : settings) {
            // given twice, both values would be joined by a comma
            all.removeIf(usual -> usual.startsWith(setting.substring(0, setting.indexOf('=') + 1)));
            all.add(setting);
        }
        context = new SpringApplicationBuilder(GatewayApplication.class)
                .sources(more.toArray(Class<?>[]::new))
                .run(all.toArray(String[]::new));
        base = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    Upstream service(String name) {
        Upstream upstream = services.get(name);
        if (upstream == null) {
            throw new IllegalArgumentException(name);
        }
        return upstream;
    }

    /** A port that nobody has just now. */
    static int freePort() {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    /** What machines ask on the management port. */
    HttpResponse<String> watched(String path) {
        String management = context.getEnvironment().getRequiredProperty("local.management.port");
        return send(URI.create("http://127.0.0.1:" + management + path), "GET", HttpRequest.BodyPublishers.noBody());
    }

    int port() {
        return URI.create(base).getPort();
    }

    /** Of which classes its parts are. */
    List<String> parts() {
        return Stream.of(context.getBeanDefinitionNames())
                .map(context::getType)
                .filter(Objects::nonNull)
                .map(Class::getName)
                .toList();
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    SealedSessions sessions() {
        return context.getBean(SealedSessions.class);
    }

    /** The cookie header of a person who has just logged in and holds this access token. */
    String loggedIn(String account, String token) {
        return "SESSION=" + DemoSessions.loggedIn(sessions(), account, "sid-" + account, token);
    }

    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, HttpRequest.BodyPublishers.noBody(), headers);
    }

    HttpResponse<String> page(String path, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Accept", PAGE));
        return get(path, all.toArray(String[]::new));
    }

    HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        return send(URI.create(base + path), method, body, headers);
    }

    private static HttpResponse<String> send(
            URI address, String method, HttpRequest.BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(address)
                .version(HttpClient.Version.HTTP_1_1)
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
