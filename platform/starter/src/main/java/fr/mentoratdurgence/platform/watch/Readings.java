package fr.mentoratdurgence.platform.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where {@link Gauges} write what they read. Names are of the domain ({@code mentorat.letters.late}); a label takes one of
 * a few codes, never an id, a place or a word that somebody typed.
 */
public final class Readings {
    private final MeterRegistry registry;
    private final Clock clock;
    private final Map<Key, Value> values = new HashMap<>();
    private final Set<Key> said = new HashSet<>();

    private record Key(String name, Tags tags) {}

    private static final class Value {
        private volatile double now;
    }

    Readings(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** How many. */
    public void count(String name, long number) {
        set(new Key(name, Tags.empty()), (double) number, null);
    }

    /** How many, as one query counts them. */
    public void count(String name, JdbcClient db, String query) {
        count(name, db.sql(query).query(Long.class).single());
    }

    /** How many of one kind. */
    public void count(String name, String label, String code, long number) {
        set(new Key(name, Tags.of(label, code)), (double) number, null);
    }

    /** The same of the instant that one query finds, if any. */
    public void since(String name, JdbcClient db, String query) {
        db.sql(query).query(row -> {
            Timestamp oldest = row.getTimestamp(1);
            since(name, oldest == null ? null : oldest.toInstant());
        });
    }

    /** For how long the oldest has waited, in seconds of the operation's clock; 0 where nothing waits. */
    public void since(String name, @Nullable Instant oldest) {
        double seconds = oldest == null
                ? 0
                : Math.max(0, Duration.between(oldest, clock.instant()).toMillis() / 1000.0);
        set(new Key(name, Tags.empty()), seconds, "seconds");
    }

    private void set(Key key, double value, @Nullable String unit) {
        said.add(key);
        values.computeIfAbsent(key, fresh -> {
                    Value holder = new Value();
                    Gauge.builder(fresh.name(), holder, held -> held.now)
                            .tags(fresh.tags())
                            .baseUnit(unit)
                            .register(registry);
                    return holder;
                })
                .now = value;
    }

    /** What was there and was not said again is over. */
    void complete() {
        values.forEach((key, value) -> {
            if (!said.contains(key)) {
                value.now = 0;
            }
        });
        said.clear();
    }
}
