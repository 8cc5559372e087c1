package fr.mentoratdurgence.gateway.sessions;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.session.ReactiveSessionRepository;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The sessions of all gateways, in one table. Blocking JDBC, on virtual threads. */
public final class SealedSessions implements ReactiveSessionRepository<StoredSession> {
    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration ABSOLUTE = Duration.ofHours(10);
    /** A login that was begun and not finished. */
    static final Duration ANONYMOUS = Duration.ofMinutes(10);
    /** An access is written at most this often. */
    static final Duration TOUCH = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(SealedSessions.class);
    private static final Scheduler JDBC =
            Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor(), "sessions");

    private final JdbcTemplate database;
    private final SessionSeal seal;
    private final SessionContent content;
    private final Clock clock;

    SealedSessions(JdbcTemplate database, SessionSeal seal, SessionContent content, Clock clock) {
        this.database = database;
        this.seal = seal;
        this.content = content;
        this.clock = clock;
    }

    @Override
    public Mono<StoredSession> createSession() {
        return Mono.fromSupplier(() -> StoredSession.fresh(clock.instant()));
    }

    /** Blocking work with the database, on a virtual thread. */
    public static <T> Mono<T> blocking(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(JDBC);
    }

    /** Fails where sessions cannot be kept just now: once an answer has begun it is too late to say so. */
    public Mono<Void> check() {
        return Mono.<Void>fromRunnable(() -> database.queryForObject("select 1", Integer.class))
                .subscribeOn(JDBC);
    }

    @Override
    public Mono<StoredSession> findById(String id) {
        return Mono.fromCallable(() -> load(id)).subscribeOn(JDBC);
    }

    @Override
    public Mono<Void> save(StoredSession session) {
        return Mono.<Void>fromRunnable(() -> store(session)).subscribeOn(JDBC);
    }

    @Override
    public Mono<Void> deleteById(String id) {
        return Mono.<Void>fromRunnable(() -> delete(SessionSeal.hash(id))).subscribeOn(JDBC);
    }

    /**
     * Ends every session that came out of one login at Keycloak, on whichever gateway it is used. Only whose it was
     * stays, for {@link #endedAccount}.
     */
    public Mono<Void> endByLogin(String sid) {
        return Mono.<Void>fromRunnable(() -> database.update(
                        "update gateway_session set attributes = null, sid = null, expires = least(expires, ?)"
                                + " where sid = ?",
                        timestamp(clock.instant()),
                        sid))
                .subscribeOn(JDBC);
    }

    /** Whose session that was; empty while it lives, where nobody was logged in, and a day after its end. */
    public Mono<String> endedAccount(String id) {
        return blocking(() -> database
                        .queryForList(
                                "select account from gateway_session"
                                        + " where id = ? and expires <= ? and account is not null",
                                String.class,
                                SessionSeal.hash(id),
                                timestamp(clock.instant()))
                        .stream()
                        .findFirst())
                .flatMap(Mono::justOrEmpty);
    }

    /** How much longer a session lives if nobody uses it; zero for none. Asking does not count as use. */
    public Mono<Duration> left(String id) {
        return blocking(() -> database
                .queryForList(
                        "select expires from gateway_session where id = ? and account is not null",
                        OffsetDateTime.class,
                        SessionSeal.hash(id))
                .stream()
                .map(end -> Duration.between(clock.instant(), end.toInstant()))
                .filter(Duration::isPositive)
                .findFirst()
                .orElse(Duration.ZERO));
    }

    /** Of these cookie values, those whose session still lives. */
    public Set<String> alive(Collection<String> ids) {
        Map<ByteBuffer, String> idsByRow = new HashMap<>();
        ids.forEach(id -> idsByRow.put(ByteBuffer.wrap(SessionSeal.hash(id)), id));
        byte[][] rows = idsByRow.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new);
        Set<String> alive = new HashSet<>();
        database.query(
                connection -> {
                    var query = connection.prepareStatement(
                            "select id from gateway_session where id = any(?) and expires > ?");
                    query.setArray(1, connection.createArrayOf("bytea", rows));
                    query.setObject(2, timestamp(clock.instant()));
                    return query;
                },
                (ResultSet row) -> {
                    String id = idsByRow.get(ByteBuffer.wrap(row.getBytes("id")));
                    if (id != null) {
                        alive.add(id);
                    }
                });
        return alive;
    }

    void purge() {
        Instant now = clock.instant();
        database.update(
                "delete from gateway_session where expires <= ? or (expires <= ? and account is null)",
                timestamp(now.minus(KeptForms.KEPT)),
                timestamp(now));
        database.update(
                "update gateway_session set attributes = null, sid = null where expires <= ? and attributes is not null",
                timestamp(now));
    }

    private @Nullable StoredSession load(String id) {
        byte[] row = SessionSeal.hash(id);
        List<Optional<StoredSession>> sessions = database.query(
                "select attributes, created, last_access from gateway_session where id = ? and expires > ?",
                (found, _) -> open(id, row, found),
                row,
                timestamp(clock.instant()));
        return sessions.stream().flatMap(Optional::stream).findFirst().orElse(null);
    }

    /** Empty after a change of key or of shape: the person logs in again, which beats an error page. */
    private Optional<StoredSession> open(String id, byte[] row, ResultSet found) throws SQLException {
        Instant created = instant(found, "created");
        Instant lastAccess = instant(found, "last_access");
        try {
            var attributes = content.read(seal.open(row, found.getBytes("attributes")));
            return Optional.of(StoredSession.loaded(id, row, created, lastAccess, attributes));
        } catch (SessionContent.Newer e) {
            LOG.warn("session left to the gateways that wrote it: {}", e.toString());
            return Optional.empty();
        } catch (GeneralSecurityException | IOException | ClassNotFoundException | RuntimeException e) {
            LOG.warn("unreadable session removed: {}", e.toString());
            delete(row);
            return Optional.empty();
        }
    }

    private void store(StoredSession session) {
        byte[] row = session.row();
        byte[] newRow = SessionSeal.hash(session.getId());
        Instant access = session.getLastAccessedTime();
        OidcUser user = session.user();
        OffsetDateTime expires = timestamp(expiry(session, user));
        if (row == null) {
            database.update(
                    "insert into gateway_session(id, sid, account, attributes, created, last_access, expires)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    newRow,
                    sid(user),
                    account(user),
                    seal.seal(newRow, content.write(session.attributes())),
                    timestamp(session.getCreationTime()),
                    timestamp(access),
                    expires);
        } else if (session.changed()) {
            // never an upsert, and none that has ended: a request still in flight must not bring a session back
            database.update(
                    "update gateway_session set id = ?, sid = ?, account = ?, attributes = ?, last_access = ?, expires = ?"
                            + " where id = ? and attributes is not null",
                    newRow,
                    sid(user),
                    account(user),
                    seal.seal(newRow, content.write(session.attributes())),
                    timestamp(access),
                    expires,
                    row);
        } else if (Duration.between(session.writtenAccess(), access).compareTo(TOUCH) > 0) {
            database.update(
                    "update gateway_session set last_access = ?, expires = ? where id = ? and attributes is not null",
                    timestamp(access),
                    expires,
                    row);
        } else {
            return;
        }
        session.written(newRow);
    }

    private static Instant expiry(StoredSession session, @Nullable OidcUser user) {
        Instant idle = session.getLastAccessedTime().plus(user == null ? ANONYMOUS : IDLE);
        Instant latest = session.getCreationTime().plus(ABSOLUTE);
        return idle.isBefore(latest) ? idle : latest;
    }

    private static @Nullable String sid(@Nullable OidcUser user) {
        return user == null ? null : user.getIdToken().getClaimAsString("sid");
    }

    private static @Nullable String account(@Nullable OidcUser user) {
        return user == null ? null : user.getSubject();
    }

    private void delete(byte[] row) {
        database.update("delete from gateway_session where id = ?", (Object) row);
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
