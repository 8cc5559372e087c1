package fr.mentoratdurgence.gateway.routing;

import fr.mentoratdurgence.gateway.GatewaySettings;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * Carries what was just done from the answer of an act to the pages that follow, which may be another service's. A
 * service says it in a header; here it becomes a cookie that lives a minute, and from that cookie alone the header again,
 * newest first with {@value #BETWEEN} between: what a link or a caller claims is dropped. An empty header is the page's
 * word that it has been told; what was told stands on, after {@value #TOLD}, for lists that have not heard of it yet.
 */
@Component
class CarryJustDone implements GlobalFilter, Ordered {
    static final String HEADER = "Just-Done";

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final String BETWEEN = ":";
    private static final String TOLD = "-";
    /** More than anybody does in a minute and looks at afterwards. */
    private static final int MOST = 8;

    private static final Pattern HARMLESS = Pattern.compile("-?[a-z][a-z.-]{0,39}~[A-Za-z0-9-]{1,80}~[0-9]{1,4}");

    private final String cookie;
    private final boolean secure;

    CarryJustDone(GatewaySettings settings) {
        this.secure = settings.secure();
        this.cookie = secure ? "__Host-DONE" : "DONE";
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE; // before the filter that takes all cookies away
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        List<String> kept = kept(exchange.getRequest().getCookies().getFirst(cookie));
        var response = exchange.getResponse();
        response.beforeCommit(() -> Mono.fromRunnable(() -> {
            String said = response.getHeaders().getFirst(HEADER);
            response.getHeaders().remove(HEADER);
            if (said != null) {
                response.addCookie(cookie(Stream.concat(
                                Stream.of(said).filter(CarryJustDone::isHarmless),
                                kept.stream().map(act -> act.startsWith(TOLD) ? act : TOLD + act))
                        .limit(MOST)
                        .collect(Collectors.joining(BETWEEN))));
            }
        }));
        return chain.filter(exchange.mutate()
                .request(request -> request.headers(headers -> {
                    headers.remove(HEADER);
                    if (!kept.isEmpty()) {
                        headers.set(HEADER, String.join(BETWEEN, kept));
                    }
                }))
                .build());
    }

    private static List<String> kept(@Nullable HttpCookie cookie) {
        return cookie == null
                ? List.of()
                : Stream.of(cookie.getValue().split(BETWEEN, -1))
                        .filter(CarryJustDone::isHarmless)
                        .limit(MOST)
                        .toList();
    }

    private static boolean isHarmless(String act) {
        return HARMLESS.matcher(act).matches();
    }

    private ResponseCookie cookie(String acts) {
        return ResponseCookie.from(cookie, acts)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .path("/")
                .maxAge(KEPT)
                .build();
    }
}
