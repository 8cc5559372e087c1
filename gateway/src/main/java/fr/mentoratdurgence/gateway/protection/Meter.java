package fr.mentoratdurgence.gateway.protection;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.web.server.ServerWebExchange;

/**
 * Counts what each visitor asks for in a minute, and says so to programs as the IETF's RateLimit header fields do. Counted
 * per instance of the gateway.
 */
final class Meter {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration FORGOTTEN = Duration.ofMinutes(5);
    private static final int MOST_VISITORS = 50_000;

    private final String policy;
    private final long perMinute;
    private final LoadingCache<String, Bucket> buckets;

    private Meter(String policy, long perMinute, LoadingCache<String, Bucket> buckets) {
        this.policy = policy;
        this.perMinute = perMinute;
        this.buckets = buckets;
    }

    /** @param policy the name that answers give it */
    static Meter of(String policy, long perMinute) {
        return new Meter(
                policy,
                perMinute,
                buckets(() -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                        .build()));
    }

    /** The same, and no more than a quarter of it within a burst of five seconds. */
    static Meter withoutBursts(String policy, long perMinute) {
        long burst = Math.max(1, perMinute / 4);
        return new Meter(
                policy,
                perMinute,
                buckets(() -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                        .addLimit(limit -> limit.capacity(burst).refillGreedy(burst, Duration.ofSeconds(5)))
                        .build()));
    }

    private static LoadingCache<String, Bucket> buckets(Supplier<Bucket> fresh) {
        return Caffeine.newBuilder()
                .maximumSize(MOST_VISITORS)
                .expireAfterAccess(FORGOTTEN)
                .build(_ -> fresh.get());
    }

    /** How long to wait before the next one; zero where this one is within the limit, and is counted. */
    Duration count(String visitor, ServerWebExchange exchange) {
        var probe = buckets.get(visitor).tryConsumeAndReturnRemaining(1);
        Duration wait = probe.isConsumed()
                ? Duration.ZERO
                : Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1);
        if (!probe.isConsumed() || exchange.getRequest().getPath().value().startsWith("/api/")) {
            var headers = exchange.getResponse().getHeaders();
            headers.add("RateLimit-Policy", "\"%s\";q=%d;w=%d".formatted(policy, perMinute, MINUTE.toSeconds()));
            headers.add(
                    "RateLimit",
                    "\"%s\";r=%d;t=%d"
                            .formatted(
                                    policy,
                                    probe.getRemainingTokens(),
                                    probe.isConsumed() ? MINUTE.toSeconds() : wait.toSeconds()));
        }
        return wait;
    }
}
