package fr.mentoratdurgence.gateway.protection;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.web.server.ServerWebExchange;

/**
 * Counts what each visitor asks for in a minute of this gateway, and says so to programs as the IETF's RateLimit header
 * fields do. What all gateways count together, {@link SharedLimits} knows.
 */
final class Meter {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration BURST = Duration.ofSeconds(5);
    private static final Duration FORGOTTEN = Duration.ofMinutes(5);
    private static final int MOST_VISITORS = 50_000;

    private final String policy;
    private final long usual;
    private final boolean shared;
    private final int bursts;
    private final LoadingCache<String, Bucket> buckets;
    private volatile long perMinute;
    private volatile long part;

    private Meter(String policy, long usual, boolean shared, int bursts) {
        this.policy = policy;
        this.usual = usual;
        this.shared = shared;
        this.bursts = bursts;
        this.perMinute = usual;
        this.part = usual;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_VISITORS)
                .expireAfterAccess(FORGOTTEN)
                .build(_ -> bucket());
    }

    /** Of which each gateway lets its part through. */
    static Meter divided(String policy, long perMinute) {
        return new Meter(policy, perMinute, false, 1);
    }

    /** Which all gateways count together. */
    static Meter shared(String policy, long perMinute) {
        return new Meter(policy, perMinute, true, 1);
    }

    /** The same, and no more than a quarter of it within five seconds. */
    static Meter withoutBursts(String policy, long perMinute) {
        return new Meter(policy, perMinute, true, 4);
    }

    private Bucket bucket() {
        long most = part;
        long burst = Math.max(1, most / bursts);
        var limited = Bucket.builder().addLimit(limit -> limit.capacity(most).refillGreedy(most, MINUTE));
        return (bursts > 1 ? limited.addLimit(limit -> limit.capacity(burst).refillGreedy(burst, BURST)) : limited)
                .build();
    }

    /** The name that answers and {@code gateway_limit} give it. */
    String policy() {
        return policy;
    }

    /** As the settings have it. */
    long usual() {
        return usual;
    }

    /** For all gateways together. */
    long perMinute() {
        return perMinute;
    }

    /** From now on; whoever was counted begins anew. */
    void set(long newPerMinute, int gateways) {
        long newPart = shared ? newPerMinute : Math.max(1, newPerMinute / gateways);
        perMinute = newPerMinute;
        if (newPart != part) {
            part = newPart;
            buckets.invalidateAll();
        }
    }

    /** How long to wait before the next one; zero where this one is within the limit, and is counted. */
    Duration count(String visitor, ServerWebExchange exchange) {
        var probe = buckets.get(visitor).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            if (exchange.getRequest().getPath().value().startsWith("/api/")) {
                tell(exchange, probe.getRemainingTokens(), MINUTE);
            }
            return Duration.ZERO;
        }
        Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1);
        tell(exchange, 0, wait);
        return wait;
    }

    /** Says to the answer's reader what is left and for how long. */
    void tell(ServerWebExchange exchange, long left, Duration during) {
        var headers = exchange.getResponse().getHeaders();
        headers.add("RateLimit-Policy", "\"%s\";q=%d;w=%d".formatted(policy, part, MINUTE.toSeconds()));
        headers.add("RateLimit", "\"%s\";r=%d;t=%d".formatted(policy, left, during.toSeconds()));
    }
}
