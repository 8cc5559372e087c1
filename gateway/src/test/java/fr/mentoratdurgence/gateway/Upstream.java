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

    Upstream(String name) {
        this.name = name;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Nullable
    String received(String header) {
        return lastHeaders.getFirst(header);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            long read = exchange.getRequestBody().readAllBytes().length;
            lastHeaders = exchange.getRequestHeaders();
            String path = exchange.getRequestURI().getPath();
            int status = path.contains("/statut/") ? Integer.parseInt(path.substring(path.lastIndexOf('/') + 1)) : 200;
            if (path.endsWith("/silence")) {
                Thread.sleep(3000);
            }
            exchange.getResponseHeaders().add("Set-Cookie", "JSESSIONID=inner");
            exchange.getResponseHeaders().add("Content-Security-Policy", "default-src *");
            if (path.endsWith("/affluence")) {
                byte[] page = "<p>réessayez dans un instant</p>".getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "text/html;charset=UTF-8");
                exchange.getResponseHeaders().add("Retry-After", "2");
                exchange.sendResponseHeaders(503, page.length);
                exchange.getResponseBody().write(page);
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
