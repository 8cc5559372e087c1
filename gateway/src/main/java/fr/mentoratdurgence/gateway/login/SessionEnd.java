package fr.mentoratdurgence.gateway.login;

import fr.mentoratdurgence.gateway.GatewaySettings;
import fr.mentoratdurgence.gateway.sessions.SealedSessions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * {@code GET /session} says how many seconds are left and counts as no use, so that a page can warn in time;
 * {@code POST /session} is a sign of life, for who goes on writing.
 */
@Component
@Order(SessionEnd.BEFORE_SPRING_SECURITY)
class SessionEnd implements WebFilter {
    /** Spring Security would load the session, and that is a use. */
    static final int BEFORE_SPRING_SECURITY = -104;

    private final SealedSessions sessions;
    private final String cookie;

    SessionEnd(SealedSessions sessions, GatewaySettings settings) {
        this.sessions = sessions;
        this.cookie = settings.sessionCookie();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!exchange.getRequest().getPath().value().equals("/session")) {
            return chain.filter(exchange);
        }
        if (HttpMethod.POST.equals(exchange.getRequest().getMethod())) {
            exchange.getResponse().setStatusCode(HttpStatus.NO_CONTENT);
            return exchange.getSession().then(exchange.getResponse().setComplete());
        }
        return Mono.justOrEmpty(exchange.getRequest().getCookies().getFirst(cookie))
                .map(HttpCookie::getValue)
                .flatMap(sessions::left)
                .defaultIfEmpty(Duration.ZERO)
                .flatMap(left -> say(exchange, left));
    }

    private static Mono<Void> say(ServerWebExchange exchange, Duration left) {
        var response = exchange.getResponse();
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        byte[] json = ("{\"seconds\":" + left.toSeconds() + "}").getBytes(StandardCharsets.UTF_8);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(json)));
    }
}
