package fr.mentoratdurgence.gateway.routing;

import fr.mentoratdurgence.gateway.GatewaySettings;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Carries what was just done from the answer of an act to the page that it leads back to, which may be another
 * service's. A service says it in a header; here it becomes a cookie that lives a minute, and from that cookie alone the
 * header again: what a link or a caller claims is dropped. An empty header is the page's word that it has been told.
 */
@Component
class JustDone implements GlobalFilter, Ordered {
    static final String HEADER = "Just-Done";

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final Pattern HARMLESS = Pattern.compile("[a-z.-]{1,40}~[A-Za-z0-9-]{1,80}~[0-9]{1,4}");

    private final String cookie;
    private final boolean secure;

    JustDone(GatewaySettings settings) {
        this.secure = settings.secure();
        this.cookie = secure ? "__Host-DONE" : "DONE";
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE; // before the filter that takes all cookies away
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        HttpCookie kept = exchange.getRequest().getCookies().getFirst(cookie);
        var response = exchange.getResponse();
        response.beforeCommit(() -> Mono.fromRunnable(() -> {
            String said = response.getHeaders().getFirst(HEADER);
            response.getHeaders().remove(HEADER);
            if (said != null) {
                boolean told = !isHarmless(said);
                response.addCookie(cookie(told ? "" : said, told ? Duration.ZERO : KEPT));
            }
        }));
        return chain.filter(exchange.mutate()
                .request(request -> request.headers(headers -> {
                    headers.remove(HEADER);
                    if (kept != null && isHarmless(kept.getValue())) {
                        headers.set(HEADER, kept.getValue());
                    }
                }))
                .build());
    }

    private static boolean isHarmless(@Nullable String said) {
        return said != null && HARMLESS.matcher(said).matches();
    }

    private ResponseCookie cookie(String value, Duration age) {
        return ResponseCookie.from(cookie, value)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .path("/")
                .maxAge(age)
                .build();
    }
}
