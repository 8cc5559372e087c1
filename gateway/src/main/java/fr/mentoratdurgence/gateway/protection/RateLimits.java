package fr.mentoratdurgence.gateway.protection;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import fr.mentoratdurgence.gateway.GatewaySettings;
import fr.mentoratdurgence.gateway.errors.ErrorPages;
import fr.mentoratdurgence.gateway.errors.Trouble;
import io.github.bucket4j.Bucket;
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
 * How often one network address, and one account, may ask. Counted per instance of the gateway.
 * Guessing of passwords is stopped by Keycloak, not here.
 */
@Configuration(proxyBeanMethods = false)
class RateLimits {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration FORGOTTEN = Duration.ofMinutes(5);
    private static final int MOST_VISITORS = 50_000;
    private static final int IPV4_BYTES = 4;
    /** One subscriber owns a whole /64, so that is what is counted. */
    private static final int IPV6_NETWORK_BYTES = 8;

    @Bean
    @Order(Passage.CLIENT_RATE)
    WebFilter clientRate(ErrorPages pages, GatewaySettings settings) {
        var meter = Meter.of(settings.limits().clientPerMinute(), pages);
        return (exchange, chain) -> meter.count(client(exchange.getRequest()), exchange, chain);
    }

    @Bean
    @Order(Passage.CLIENT_RATE)
    WebFilter linkRate(ErrorPages pages, GatewaySettings settings) {
        var meter = Meter.of(settings.limits().linksPerMinute(), pages);
        return (exchange, chain) -> exchange.getRequest().getPath().value().startsWith("/lien/")
                ? meter.count(client(exchange.getRequest()), exchange, chain)
                : chain.filter(exchange);
    }

    @Bean
    @Order(Passage.ACCOUNT_RATE)
    WebFilter accountRate(ErrorPages pages, GatewaySettings settings) {
        var meter = Meter.of(settings.limits().accountPerMinute(), pages);
        return (exchange, chain) -> exchange.getPrincipal()
                .map(Principal::getName)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(account ->
                        account.isPresent() ? meter.count(account.get(), exchange, chain) : chain.filter(exchange));
    }

    private static String client(ServerHttpRequest request) {
        var remote = request.getRemoteAddress();
        if (remote == null || remote.getAddress() == null) {
            return "unknown";
        }
        byte[] address = remote.getAddress().getAddress();
        int network = address.length == IPV4_BYTES ? IPV4_BYTES : IPV6_NETWORK_BYTES;
        return HexFormat.of().formatHex(address, 0, network);
    }

    private record Meter(LoadingCache<String, Bucket> buckets, ErrorPages pages) {
        static Meter of(long perMinute, ErrorPages pages) {
            return new Meter(
                    Caffeine.newBuilder()
                            .maximumSize(MOST_VISITORS)
                            .expireAfterAccess(FORGOTTEN)
                            .build(_ -> Bucket.builder()
                                    .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                                    .build()),
                    pages);
        }

        Mono<Void> count(String visitor, ServerWebExchange exchange, WebFilterChain chain) {
            var probe = buckets.get(visitor).tryConsumeAndReturnRemaining(1);
            return probe.isConsumed()
                    ? chain.filter(exchange)
                    : pages.write(
                            exchange,
                            Trouble.TOO_MANY,
                            Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1));
        }
    }
}
