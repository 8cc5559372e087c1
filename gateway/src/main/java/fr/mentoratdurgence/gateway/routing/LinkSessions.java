package fr.mentoratdurgence.gateway.routing;

import fr.mentoratdurgence.gateway.GatewaySettings;
import java.time.Duration;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Carries what the link of a letter says of who opened it. The service that issued the link says it in a header; here it
 * becomes a cookie, and from that cookie alone the header again: what a caller claims is dropped. The statement itself ends
 * after half an hour; the cookie lives longer, so that we know to say what happened instead of asking for a login.
 */
@Component
class LinkSessions implements GlobalFilter, Ordered {
    static final String HEADER = "Link-Statement";
    private static final Duration KEPT = Duration.ofHours(12);

    private final GatewaySettings settings;

    LinkSessions(GatewaySettings settings) {
        this.settings = settings;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE; // before the filter that takes all cookies away
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        HttpCookie kept = exchange.getRequest().getCookies().getFirst(settings.linkCookie());
        var response = exchange.getResponse();
        response.beforeCommit(() -> Mono.fromRunnable(() -> {
            String said = response.getHeaders().getFirst(HEADER);
            response.getHeaders().remove(HEADER);
            if (said != null) {
                response.addCookie(ResponseCookie.from(settings.linkCookie(), said)
                        .httpOnly(true)
                        .secure(settings.secure())
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(KEPT)
                        .build());
            }
        }));
        return chain.filter(exchange.mutate()
                .request(request -> request.headers(headers -> {
                    headers.remove(HEADER);
                    if (kept != null) {
                        headers.set(HEADER, kept.getValue());
                    }
                }))
                .build());
    }
}
