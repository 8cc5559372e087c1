package fr.mentoratdurgence.platform.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers the administration calls of the services, as Keycloak does; the real one is in the scenario. */
public final class FakeKeycloak {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ADMIN = "/admin/realms/mentorat";

    private final HttpServer server;
    private final Map<String, JsonNode> users = new ConcurrentHashMap<>();
    private final List<String> calls = new ArrayList<>();
    private final Set<String> kept = ConcurrentHashMap.newKeySet();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger made = new AtomicInteger();
    private volatile boolean down;
    private volatile String invalidField = "";
    private volatile boolean refusing;
    private volatile Runnable meanwhile = () -> {};

    /** Listens on a free port. */
    public FakeKeycloak() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /** The realm's URL. */
    public String realm() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/mentorat";
    }

    /** Whether it answers 503 to everything. */
    public void down(boolean isDown) {
        down = isDown;
    }

    /** Whether it refuses (403) every administration call, as to a service account without its rights. */
    public void refuses(boolean everything) {
        refusing = everything;
    }

    /** Which field of a new user it does not accept (400); empty for none. */
    public void doesNotAccept(String field) {
        invalidField = field;
    }

    /** What happens elsewhere while the next account is being made. */
    public void whileCreating(Runnable act) {
        meanwhile = act;
    }

    /** Refuses (403) to remove this user, or no longer does. */
    public void keeps(String id, boolean refusing) {
        var _ = refusing ? kept.add(id) : kept.remove(id);
    }

    /** Ids of users with this address. */
    public List<String> usersAt(String email) {
        return with("email", email);
    }

    /** Ids of users who log in with this name. */
    public List<String> usersNamed(String username) {
        return with("username", username);
    }

    /** The name that this user logs in with. */
    public String username(String id) {
        return Objects.requireNonNull(users.get(id), id).path("username").asString();
    }

    /** The group that gives this user's role, and what the token says beside it. */
    public String role(String id) {
        JsonNode user = Objects.requireNonNull(users.get(id), id);
        return user.path("groups") + " " + user.path("attributes").path("territory");
    }

    /** How this user is called: first and last name. */
    public String name(String id) {
        JsonNode user = Objects.requireNonNull(users.get(id), id);
        return user.path("firstName").asString() + " " + user.path("lastName").asString();
    }

    private List<String> with(String field, String value) {
        return users.entrySet().stream()
                .filter(e -> e.getValue().path(field).asString("").equals(value))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Somebody whom the realm lets in already; answers with the id. */
    public String has(String username, String email, String group, String territory) {
        String id = nextId();
        users.put(id, JSON.readTree("""
                {"id": "%s", "username": "%s", "email": "%s", "firstName": "Awa", "lastName": "Benali",
                 "groups": ["/%s"], "attributes": {"territory": [%s]}}""".formatted(
                        id, username, email, group, territory.isEmpty() ? "" : '"' + territory + '"')));
        return id;
    }

    /** Somebody removes this user by hand. */
    public void forget(String id) {
        users.remove(id);
    }

    /** The next so many names that are drawn are somebody's already. */
    public void taken(int names) {
        taken.set(names);
    }

    /** Every call, such as {@code POST /admin/realms/mentorat/users}. */
    public List<String> calls() {
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String call = exchange.getRequestMethod() + " " + path;
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        synchronized (calls) {
            calls.add(call);
        }
        if (down) {
            send(exchange, 503, "{}");
        } else if (call.endsWith("/protocol/openid-connect/token")) {
            boolean ours = body.contains("grant_type=client_credentials")
                    && exchange.getRequestHeaders().getFirst("Authorization") != null;
            send(exchange, ours ? 200 : 401, "{\"access_token\":\"admin-token\"}");
        } else if (!"Bearer admin-token".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, "{}");
        } else if (refusing) {
            send(exchange, 403, "{}");
        } else if (call.equals("POST " + ADMIN + "/users") && !invalidField.isEmpty()) {
            send(
                    exchange,
                    400,
                    "{\"field\":\"%s\",\"errorMessage\":\"error-invalid\",\"params\":[]}".formatted(invalidField));
        } else if (call.equals("POST " + ADMIN + "/users")) {
            create(exchange, JSON.readTree(body));
        } else if (call.equals("GET " + ADMIN + "/users")) {
            found(exchange);
        } else if (call.endsWith("/reset-password")) {
            send(exchange, 204, "");
        } else if (call.endsWith("/logout")) {
            send(exchange, users.containsKey(idIn(path.replace("/logout", ""))) ? 204 : 404, "");
        } else if (call.startsWith("GET " + ADMIN + "/group-by-path/")) {
            send(exchange, 200, "{\"id\":\"id-of-%s\"}".formatted(idIn(path)));
        } else if (path.contains("/groups/id-of-")) {
            ObjectNode user = (ObjectNode) users.get(path.split("/", -1)[5]);
            if (user != null) {
                String group = "/" + idIn(path).substring("id-of-".length());
                List<String> left = user.withArray("groups")
                        .valueStream()
                        .map(JsonNode::asString)
                        .filter(known -> !known.equals(group))
                        .toList();
                ArrayNode groups = user.putArray("groups");
                left.forEach(groups::add);
                if (call.startsWith("PUT")) {
                    groups.add(group);
                }
            }
            send(exchange, user == null ? 404 : 204, "");
        } else if (call.startsWith("GET " + ADMIN + "/users/") && path.endsWith("/groups")) {
            String groups = Objects.requireNonNull(users.get(path.split("/", -1)[5]))
                    .path("groups")
                    .valueStream()
                    .map(group -> group.asString().substring(1))
                    .map("{\"id\":\"id-of-%1$s\",\"name\":\"%1$s\"}"::formatted)
                    .collect(Collectors.joining(","));
            send(exchange, 200, "[" + groups + "]");
        } else if (call.startsWith("GET " + ADMIN + "/users/")) {
            JsonNode user = users.get(idIn(path));
            send(exchange, user == null ? 404 : 200, user == null ? "{}" : user.toString());
        } else if (call.startsWith("PUT " + ADMIN + "/users/")) {
            JsonNode user = users.get(idIn(path));
            if (user != null) {
                ((ObjectNode) user).setAll((ObjectNode) JSON.readTree(body));
            }
            send(exchange, user == null ? 404 : 204, "");
        } else if (call.startsWith("DELETE " + ADMIN + "/users/")) {
            String id = idIn(path);
            boolean gone = kept.contains(id) || users.remove(id) == null;
            send(exchange, kept.contains(id) ? 403 : gone ? 404 : 204, "");
        } else {
            send(exchange, 404, "{}");
        }
    }

    private static String idIn(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private String nextId() {
        return "00000000-0000-4000-8000-%012d".formatted(made.incrementAndGet());
    }

    private void create(HttpExchange exchange, JsonNode user) throws IOException {
        if (taken.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            send(exchange, 409, "{}");
            return;
        }
        Runnable act = meanwhile;
        meanwhile = () -> {};
        act.run();
        String id = nextId();
        ((ObjectNode) user).put("id", id);
        users.put(id, user);
        exchange.getResponseHeaders().add("Location", "http://127.0.0.1" + ADMIN + "/users/" + id);
        send(exchange, 201, "");
    }

    private void found(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        boolean byName = query.startsWith("username=");
        String wanted = query.substring(query.indexOf(byName ? '=' : ':') + 1, query.indexOf('&'));
        String list = users.values().stream()
                .filter(user -> user.at(byName ? "/username" : "/attributes/person/0")
                        .asString("")
                        .equals(wanted))
                .map(JsonNode::toString)
                .collect(Collectors.joining(","));
        send(exchange, 200, "[" + list + "]");
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
