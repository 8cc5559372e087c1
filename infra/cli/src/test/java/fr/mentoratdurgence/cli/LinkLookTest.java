package fr.mentoratdurgence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether an address answers, tried on a server of our own. */
class LinkLookTest {
    private final LinkLook look = new LinkLook();
    private HttpServer server;

    @BeforeEach
    void a_site_that_answers_here_and_not_there() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            boolean head = exchange.getRequestMethod().equals("HEAD");
            if (path.equals("/ailleurs")) {
                exchange.getResponseHeaders().set("Location", "/la");
            }
            int status = switch (path) {
                case "/la" -> 200;
                case "/ailleurs" -> 301;
                case "/pas-sans-corps" -> head ? 405 : 200;
                case "/en-panne" -> 500;
                default -> 404;
            };
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        look.close();
        server.stop(0);
    }

    @Test
    void an_address_that_answers_moves_or_knows_no_head_is_there() {
        assertThat(look.answers(at("/la"))).isTrue();
        assertThat(look.answers(at("/ailleurs"))).isTrue();
        assertThat(look.answers(at("/pas-sans-corps"))).isTrue();
    }

    @Test
    void an_address_that_is_gone_broken_or_unreachable_is_not() {
        assertThat(look.answers(at("/partie"))).isFalse();
        assertThat(look.answers(at("/en-panne"))).isFalse();
        assertThat(look.answers("ceci n’est pas une adresse")).isFalse();
        String closed = at("/la");
        server.stop(0);
        assertThat(look.answers(closed)).isFalse();
    }

    private String at(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }
}
