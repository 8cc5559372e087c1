package fr.mentoratdurgence.gateway.protection;

import fr.mentoratdurgence.gateway.GatewaySettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Web front ends of other origins, each listed by name: on the APIs alone they may use the visitor's session, as CORS with
 * credentials lets them. For everybody else nothing changes, and no answer says that anybody may read it.
 */
@Component
@Order(Passage.FRONT_ENDS)
public final class FrontEnds implements WebFilter {
    private static final Duration PREFLIGHT_HOLDS = Duration.ofMinutes(10);

    private final Set<String> origins;
    private final CorsWebFilter cors;

    FrontEnds(GatewaySettings settings) {
        this.origins = settings.frontEnds().stream().map(URI::toString).collect(Collectors.toUnmodifiableSet());
        CorsConfiguration rules = new CorsConfiguration();
        rules.setAllowedOrigins(List.copyOf(origins));
        rules.setAllowCredentials(true);
        rules.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        rules.setAllowedHeaders(
                List.of("Accept", "Content-Type", "Idempotency-Key", "If-Match", "If-None-Match", "Last-Event-ID"));
        rules.setExposedHeaders(List.of(
                "ETag", "Link", "Location", "RateLimit", "RateLimit-Policy", "Retry-After", "X-Correlation-Id"));
        rules.setMaxAge(PREFLIGHT_HOLDS);
        this.cors = new CorsWebFilter(_ -> rules);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return speaks(exchange.getRequest()) ? cors.filter(exchange, chain) : chain.filter(exchange);
    }

    /** Whether a listed front end asks for what front ends may use. */
    boolean speaks(ServerHttpRequest request) {
        String path = request.getPath().value();
        return (path.startsWith("/api/") || path.equals("/session")) && isListed(origin(request));
    }

    /** Whether a listed front end sends its visitor to the end of the session. */
    boolean endsSession(ServerHttpRequest request) {
        return request.getPath().value().equals("/logout") && isListed(origin(request));
    }

    /** Whether a page of a listed front end stands at this address. */
    public boolean isPageOfOne(URI address) {
        return isListed(address.getScheme() + "://" + address.getRawAuthority());
    }

    private boolean isListed(@Nullable String origin) {
        return origin != null && origins.contains(origin);
    }

    private static @Nullable String origin(ServerHttpRequest request) {
        return request.getHeaders().getFirst(HttpHeaders.ORIGIN);
    }
}
