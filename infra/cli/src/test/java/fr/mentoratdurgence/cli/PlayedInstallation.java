package fr.mentoratdurgence.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A gateway and its server of accounts in one, which answer what a test puts down. */
final class PlayedInstallation implements AutoCloseable {
    private final HttpServer server;
    final Deque<String> grants = new ArrayDeque<>();
    final List<Map<String, String>> asked = new ArrayList<>();
    final List<String> used = new ArrayList<>();
    private final Map<String, String> answers = new HashMap<>();
    private final List<String> refused = new ArrayList<>();
    String resource = "";

    PlayedInstallation() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
        resource = origin();
    }

    String origin() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** What a path of the gateway answers. */
    void answers(String path, String json) {
        answers.put(path, json);
    }

    /** From here on a token is not believed. */
    void refuses(String token) {
        refused.add(token);
    }

    /** A token as it is read for showing: nobody checks its signature here. */
    static String token(String account, String role) {
        String claims = "{\"preferred_username\":\"" + account + "\",\"realm_access\":{\"roles\":[\"" + role + "\"]}}";
        return "e30." + Base64.getUrlEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".x";
    }

    static String granted(String access, String refresh, int seconds) {
        return "{\"access_token\":\"" + access + "\",\"refresh_token\":\"" + refresh + "\",\"expires_in\":" + seconds
                + "}";
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        switch (path) {
            case "/.well-known/oauth-protected-resource" ->
                answer(
                        exchange,
                        200,
                        "{\"resource\":\"" + resource + "\",\"authorization_servers\":[\"" + origin() + "/realm\"]}");
            case "/realm/.well-known/openid-configuration" -> answer(exchange, 200, """
                {"issuer":"%1$s/realm","token_endpoint":"%1$s/token","end_session_endpoint":"%1$s/logout",
                 "device_authorization_endpoint":"%1$s/device"}\
                """.formatted(origin()));
            case "/device" -> {
                asked.add(form(body));
                answer(exchange, 200, """
                    {"device_code":"secret","user_code":"MABS-EQXX","verification_uri":"%s/ici",
                     "expires_in":600,"interval":0}\
                    """.formatted(origin()));
            }
            case "/token" -> {
                asked.add(form(body));
                String next = grants.isEmpty() ? "{\"error\":\"invalid_grant\"}" : grants.removeFirst();
                answer(exchange, next.contains("\"error\"") ? 400 : 200, next);
            }
            case "/logout" -> {
                asked.add(form(body));
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
            }
            default -> api(exchange, path);
        }
    }

    private void api(HttpExchange exchange, String path) throws IOException {
        String token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                .replace("Bearer ", "");
        used.add(exchange.getRequestMethod() + " " + path + " " + token);
        if (refused.contains(token)) {
            answer(exchange, 401, "{}");
        } else if (answers.containsKey(path)) {
            answer(exchange, 200, answers.getOrDefault(path, ""));
        } else {
            answer(exchange, 403, "{\"detail\":\"Ce n'est pas permis.\"}");
        }
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&", -1))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
