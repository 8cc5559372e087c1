package fr.mentoratdurgence.local.rehearsal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that keeps what it is told, in memory, and forgets or refuses as it is asked to. */
final class SmallDoor implements AutoCloseable {
    private final HttpServer server;
    private final Set<String> kept = ConcurrentHashMap.newKeySet();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile int forgetsEvery = Integer.MAX_VALUE;
    private volatile int refusesEvery = Integer.MAX_VALUE;

    SmallDoor() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Each so many-th act is acknowledged and not kept. */
    void forgetsEvery(int acts) {
        forgetsEvery = acts;
    }

    /** Each so many-th request is answered 503. */
    void refusesEvery(int requests) {
        refusesEvery = requests;
    }

    int kept() {
        return kept.size();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            int number = asked.incrementAndGet();
            if (number % refusesEvery == 0) {
                exchange.sendResponseHeaders(503, -1);
            } else if (exchange.getRequestMethod().equals("GET")) {
                boolean there =
                        !path.matches("/api/.*/(need|mentor)-.*|/besoins/confirmation/.*") || kept.contains(path);
                exchange.sendResponseHeaders(there ? 200 : 404, -1);
            } else if (path.endsWith("/needs") || path.endsWith("/mentors")) {
                String kind = path.substring(path.lastIndexOf('/') + 1).replaceFirst("s$", "");
                String id = kind + "-" + number;
                keep(path + "/" + id, number);
                send(exchange, 201, "{\"%s\":\"%s\"}".formatted(kind, id));
            } else if (path.endsWith("/assignment")) {
                send(exchange, 200, "{}");
            } else {
                exchange.getResponseHeaders().add("Location", next(path, number));
                exchange.sendResponseHeaders(303, -1);
            }
        }
    }

    private String next(String path, int number) {
        if (path.equals("/besoins/declarer")) {
            return "/besoins/declarer/" + number + "/jeunes";
        }
        if (path.endsWith("/verification")) {
            String confirmation = "/besoins/confirmation/" + number;
            keep(confirmation, number);
            return confirmation;
        }
        return path;
    }

    private void keep(String path, int number) {
        if (number % forgetsEvery != 0) {
            kept.add(path);
        }
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
