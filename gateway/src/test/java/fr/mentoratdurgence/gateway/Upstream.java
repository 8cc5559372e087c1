package fr.mentoratdurgence.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for a service: answers its own name and how many bytes it read, and remembers the last request.
 * A path that ends in {@code /statut/403} answers that status with no body.
 */
final class Upstream {
    private final HttpServer server;
    private final String name;
    private volatile Headers lastHeaders = new Headers();
    private volatile String lastCall = "";
    private volatile String lastBody = "";
    private volatile boolean misplaced;

    Upstream(String name) {
        this(name, InetAddress.getLoopbackAddress().getHostAddress(), 0);
    }

    Upstream(String name, String address, int port) {
        this.name = name;
        try {
            server = HttpServer.create(new InetSocketAddress(address, port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://" + server.getAddress().getHostString() + ":" + port();
    }

    @Nullable
    String received(String header) {
        return lastHeaders.getFirst(header);
    }

    int port() {
        return server.getAddress().getPort();
    }

    void stop() {
        server.stop(0);
    }

    /** Refuses all as a service does that sits at an address which was another's. */
    void misplaced(boolean here) {
        misplaced = here;
    }

    /** Method, path and query of the last request. */
    String lastCall() {
        return lastCall;
    }

    String lastBody() {
        return lastBody;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] sent = exchange.getRequestBody().readAllBytes();
            long read = sent.length;
            lastHeaders = exchange.getRequestHeaders();
            lastCall = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            lastBody = new String(sent, StandardCharsets.UTF_8);
            if (misplaced) {
                exchange.sendResponseHeaders(421, -1);
                return;
            }
            String path = exchange.getRequestURI().getPath();
            int status = path.contains("/statut/") ? Integer.parseInt(path.substring(path.lastIndexOf('/') + 1)) : 200;
            if (path.endsWith("/silence")) {
                Thread.sleep(3000);
            }
            exchange.getResponseHeaders().add("Set-Cookie", "JSESSIONID=inner");
            if (path.endsWith("/geste")) {
                exchange.getResponseHeaders().add("Just-Done", "appel~need-1~2");
            } else if (lastHeaders.containsKey("Just-Done")) {
                exchange.getResponseHeaders().add("Just-Done", "");
            }
            if (path.startsWith("/lien/") && exchange.getRequestMethod().equals("POST")) {
                exchange.getResponseHeaders().add("Link-Statement", "aaa.bbb.ccc");
            }
            exchange.getResponseHeaders().add("Content-Security-Policy", "default-src *");
            if (path.endsWith("/affluence")) {
                byte[] page = "<p>réessayez dans un instant</p>".getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "text/html;charset=UTF-8");
                exchange.getResponseHeaders().add("Retry-After", "2");
                exchange.sendResponseHeaders(503, page.length);
                exchange.getResponseBody().write(page);
                return;
            }
            if (path.endsWith("/flux")) {
                exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write("event: la\ndata: \n\n".getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
                Thread.sleep(60_000);
                return;
            }
            if (status != 200) {
                exchange.sendResponseHeaders(status, -1);
                return;
            }
            byte[] body = (name + " " + read).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/plain");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
