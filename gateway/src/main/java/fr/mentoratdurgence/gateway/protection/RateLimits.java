package fr.mentoratdurgence.gateway.protection;

import fr.mentoratdurgence.gateway.GatewaySettings;
import fr.mentoratdurgence.gateway.errors.ErrorPages;
import fr.mentoratdurgence.gateway.errors.Trouble;
import java.security.Principal;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * How often one network address, and one account, may ask.
 * Guessing of passwords is stopped by Keycloak, not here.
 */
@Configuration(proxyBeanMethods = false)
class RateLimits {
    private static final int IPV4_BYTES = 4;
    /** One subscriber owns a whole /64, so that is what is counted. */
    private static final int IPV6_NETWORK_BYTES = 8;

    @Bean
    @Order(Passage.CLIENT_RATE)
    WebFilter clientRate(ErrorPages pages, SharedLimits shared, GatewaySettings settings) {
        var meter = shared.watch(Meter.divided("client", settings.limits().clientPerMinute()));
        return (exchange, chain) -> count(meter, client(exchange.getRequest()), exchange, chain, pages);
    }

    @Bean
    @Order(Passage.CLIENT_RATE)
    WebFilter linkRate(ErrorPages pages, SharedLimits shared, GatewaySettings settings) {
        var meter = shared.watch(Meter.divided("links", settings.limits().linksPerMinute()));
        return (exchange, chain) -> exchange.getRequest().getPath().value().startsWith("/lien/")
                ? count(meter, client(exchange.getRequest()), exchange, chain, pages)
                : chain.filter(exchange);
    }

    @Bean
    @Order(Passage.ACCOUNT_RATE)
    WebFilter accountRate(ErrorPages pages, SharedLimits shared, GatewaySettings settings) {
        var meter = shared.watch(Meter.divided("account", settings.limits().accountPerMinute()));
        return (exchange, chain) -> exchange.getPrincipal()
                .map(Principal::getName)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(account -> account.isPresent()
                        ? count(meter, account.get(), exchange, chain, pages)
                        : chain.filter(exchange));
    }

    /** Who is at the other end, as far as networks tell: a school counts as one. */
    static String client(ServerHttpRequest request) {
        var remote = request.getRemoteAddress();
        if (remote == null || remote.getAddress() == null) {
            return "unknown";
        }
        byte[] address = remote.getAddress().getAddress();
        int network = address.length == IPV4_BYTES ? IPV4_BYTES : IPV6_NETWORK_BYTES;
        return HexFormat.of().formatHex(address, 0, network);
    }

    private static Mono<Void> count(
            Meter meter, String visitor, ServerWebExchange exchange, WebFilterChain chain, ErrorPages pages) {
        Duration wait = meter.count(visitor, exchange);
        return wait.isZero() ? chain.filter(exchange) : pages.write(exchange, Trouble.TOO_MANY, wait);
    }
}
