package fr.mentoratdurgence.gateway.protection;

import fr.mentoratdurgence.gateway.GatewaySettings;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * The same security headers on every answer, whoever wrote it. They are set last, so that no service
 * can loosen them, and outside Spring Security, so that refusals before it carry them too.
 */
@Component
@Order(Passage.SECURITY_HEADERS)
class SecurityHeaders implements WebFilter {
    private final Map<String, String> always = new LinkedHashMap<>();

    SecurityHeaders(GatewaySettings settings) {
        // form-action also rules where a form may be redirected: logout and an ended session lead to the login pages
        always.put(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                        + "connect-src 'self'; form-action 'self' " + settings.loginOrigin()
                        + "; frame-ancestors 'none'; base-uri 'none'");
        always.put("X-Content-Type-Options", "nosniff");
        always.put("X-Frame-Options", "DENY");
        // not no-referrer: it would turn the Origin of our own forms into "null"
        always.put("Referrer-Policy", "same-origin");
        always.put("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        always.put("Cross-Origin-Opener-Policy", "same-origin");
        always.put("Cross-Origin-Resource-Policy", "same-origin");
        if (settings.secure()) {
            always.put("Strict-Transport-Security", "max-age=31536000");
        }
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var response = exchange.getResponse();
        response.beforeCommit(() -> Mono.fromRunnable(() -> {
            HttpHeaders headers = response.getHeaders();
            always.forEach(headers::set);
            if (!headers.containsHeader(HttpHeaders.CACHE_CONTROL)) {
                headers.setCacheControl("no-store");
            }
        }));
        return chain.filter(exchange);
    }
}
