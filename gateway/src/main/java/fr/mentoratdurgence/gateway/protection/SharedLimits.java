package fr.mentoratdurgence.gateway.protection;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.mentoratdurgence.gateway.GatewaySettings;
import fr.mentoratdurgence.gateway.sessions.SealedSessions;
import fr.mentoratdurgence.sealing.Mark;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.util.IdGenerator;
import reactor.core.publisher.Mono;

/**
 * What all gateways know together of limits. What is rare and guarded (forms without a login, links) is counted by all of
 * them in one place; of what is frequent each lets its part through. A limit that stands in {@code gateway_limit} goes
 * before the settings, without a restart. While the database is away each gateway counts for itself.
 */
@Component
class SharedLimits {
    private static final Logger LOG = LoggerFactory.getLogger(SharedLimits.class);
    private static final Duration LIVES = Duration.ofSeconds(20);
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int EVERY_SECONDS = 5;

    private final JdbcTemplate database;
    private final Clock clock;
    private final UUID me;
    private final byte[] key;
    private final List<Meter> meters = new CopyOnWriteArrayList<>();

    SharedLimits(JdbcTemplate database, Clock clock, IdGenerator ids, GatewaySettings settings) {
        this.database = database;
        this.clock = clock;
        this.me = ids.generateId();
        this.key = (settings.sessionKey().isEmpty() ? me.toString() : settings.sessionKey()).getBytes(UTF_8);
    }

    /** From here on the meter hears of changes. */
    Meter watch(Meter meter) {
        meters.add(meter);
        return meter;
    }

    /** How long to wait where all gateways together have counted enough in this minute; zero is none. */
    Mono<Duration> count(Meter meter, String visitor) {
        Instant now = clock.instant();
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        Duration left =
                Duration.between(now, minute.plus(1, ChronoUnit.MINUTES)).plusSeconds(1);
        byte[] id = Mark.of(key, (meter.policy() + "|" + visitor + "|" + minute).getBytes(UTF_8));
        return SealedSessions.blocking(() -> database.queryForObject(
                        "insert into gateway_count(id, count, minute) values (?, 1, ?)"
                                + " on conflict (id) do update set count = gateway_count.count + 1 returning count",
                        Integer.class,
                        id,
                        at(minute)))
                .map(count -> count > meter.perMinute() ? left : Duration.ZERO)
                .onErrorResume(DataAccessException.class, away -> {
                    LOG.warn("this gateway counts for itself: {}", away.toString());
                    return Mono.just(Duration.ZERO);
                });
    }

    @Scheduled(fixedDelay = EVERY_SECONDS, timeUnit = TimeUnit.SECONDS)
    void look() {
        Instant now = clock.instant();
        try {
            database.update(
                    "insert into gateway_alive(id, seen) values (?, ?)"
                            + " on conflict (id) do update set seen = excluded.seen",
                    me,
                    at(now));
            Integer alive = database.queryForObject(
                    "select count(*) from gateway_alive where seen > ?", Integer.class, at(now.minus(LIVES)));
            Map<String, Long> changed = new HashMap<>();
            database.query("select policy, per_minute from gateway_limit", row -> {
                changed.put(row.getString("policy"), row.getLong("per_minute"));
            });
            int gateways = alive == null || alive < 1 ? 1 : alive;
            meters.forEach(meter -> meter.set(changed.getOrDefault(meter.policy(), meter.usual()), gateways));
        } catch (DataAccessException away) {
            LOG.warn("limits stay as they are: {}", away.toString());
        }
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void purge() {
        Instant now = clock.instant();
        database.update("delete from gateway_count where minute < ?", at(now.minus(KEPT)));
        database.update("delete from gateway_alive where seen < ?", at(now.minus(KEPT)));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
