package fr.mentoratdurgence.platform.readmodel;

import fr.mentoratdurgence.platform.ReadModel;
import fr.mentoratdurgence.platform.ServiceSettings;
import fr.mentoratdurgence.platform.SharedLock;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.store.FactLog;
import fr.mentoratdurgence.sealing.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The read models of a service and their rebuild from the stored events: beside live traffic, into a second copy, which
 * then takes the place of the old tables in one moment. One rebuild of a read model at a time, over all instances:
 * PostgreSQL holds the lock and drops it if the instance dies.
 */
public final class ReadModels implements SmartInitializingSingleton, DisposableBean {
    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private static final int KNOCKS = 20;

    private record Known(Object projection, List<String> tables, SecondCopy copy) {}

    private record Row(
            RebuildState state,
            String shape,
            String code,
            long position,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String cause,
            long sinceResumed,
            double secondsSinceResumed) {}

    private final ListableBeanFactory beans;
    private final FactLog log;
    private final JdbcClient db;
    private final DataSource database;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final int eventsPerSecond;
    private final Map<String, Known> known = new TreeMap<>();
    private final Map<Rebuild, Thread> running = new ConcurrentHashMap<>();

    ReadModels(
            ListableBeanFactory beans,
            FactLog log,
            JdbcClient db,
            DataSource database,
            PlatformTransactionManager transactions,
            Clock clock,
            ServiceSettings settings) {
        this.eventsPerSecond = settings.readModels().eventsPerSecond();
        if (eventsPerSecond < 1) {
            throw new IllegalArgumentException("mentorat.read-models.events-per-second must be at least 1");
        }
        this.beans = beans;
        this.log = log;
        this.db = db;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Refuses to start on a read model that could not be rebuilt: found now, not on the day when it is needed. */
    @Override
    public void afterSingletonsInstantiated() {
        beans.getBeansWithAnnotation(ReadModel.class).values().forEach(projection -> {
            Class<?> type = projection.getClass();
            List<String> tables = List.of(type.getAnnotation(ReadModel.class).value());
            String name = Objects.requireNonNull(type.getAnnotation(ProcessingGroup.class), type + " has no name")
                    .value();
            SecondCopy copy = new SecondCopy(db, name, tables);
            List<String> obstacles = copy.obstacles();
            if (!obstacles.isEmpty()) {
                throw new IllegalStateException(
                        "refusing to start: the read model " + name + " could not be rebuilt: " + obstacles);
            }
            if (known.put(name, new Known(projection, tables, copy)) != null) {
                throw new IllegalStateException("refusing to start: two read models are called " + name);
            }
        });
    }

    /** All read models of this service. */
    public Collection<String> names() {
        return List.copyOf(known.keySet());
    }

    /**
     * Starts a rebuild, or goes on with one that was interrupted or has failed. If the tables or the projection are not
     * what they were then, it begins again.
     *
     * @throws Rejection where there is no such read model, or somebody rebuilds it already
     */
    public RebuildProgress start(String name) {
        Known model = find(name);
        SharedLock own = lock(name);
        boolean begun = false;
        try {
            transaction.executeWithoutResult(_ -> prepare(name, model));
            Rebuild rebuild =
                    new Rebuild(name, model.copy(), model.projection(), log, db, transaction, clock, eventsPerSecond);
            Thread thread = Thread.ofVirtual().name("rebuild-" + name).unstarted(() -> {
                try {
                    rebuild.run(own.connection());
                } finally {
                    running.remove(rebuild);
                    own.close();
                }
            });
            running.put(rebuild, thread);
            thread.start();
            begun = true;
        } finally {
            if (!begun) {
                own.close();
            }
        }
        return progress(name);
    }

    private SharedLock lock(String name) {
        for (int knock = 1; ; knock++) {
            Optional<SharedLock> own = SharedLock.tryTake(database, key(name));
            if (own.isPresent()) {
                return own.get();
            }
            // one that was just cancelled needs a moment to notice
            if (knock == KNOCKS
                    || row(name).filter(r -> r.state() == RebuildState.RUNNING).isPresent()) {
                throw new Rejection(ReadModelRefusal.REBUILD_RUNNING);
            }
            pause();
        }
    }

    private static String key(String name) {
        return "read model " + name;
    }

    private void prepare(String name, Known model) {
        String shape = model.copy().shape();
        String code = code(model.projection().getClass());
        boolean goesOn = row(name)
                .filter(r -> Set.of(RebuildState.RUNNING, RebuildState.FAILED).contains(r.state())
                        && r.shape().equals(shape)
                        && r.code().equals(code)
                        && model.copy().exists())
                .isPresent();
        if (goesOn) {
            var _ = db.sql("""
                    update read_model_rebuild set state = 'RUNNING', ended_at = null, cause = null,
                        resumed_position = position, resumed_at = clock_timestamp(), moved_at = clock_timestamp()
                    where name = ?""").param(name).update();
            return;
        }
        model.copy().create();
        var _ = db.sql("""
                insert into read_model_rebuild(name, state, shape, code, position, started_at, resumed_position,
                    resumed_at, moved_at)
                values (?, 'RUNNING', ?, ?, 0, ?, 0, clock_timestamp(), clock_timestamp())
                on conflict (name) do update set state = excluded.state, shape = excluded.shape, code = excluded.code,
                    position = 0, started_at = excluded.started_at, ended_at = null, cause = null,
                    resumed_position = 0, resumed_at = excluded.resumed_at, moved_at = excluded.moved_at""")
                .params(name, shape, code, Timestamp.from(clock.instant()))
                .update();
    }

    /**
     * Gives a rebuild up, on whichever instance it runs, and drops its copy.
     *
     * @throws Rejection where there is no such read model, or no rebuild of it under way
     */
    public RebuildProgress cancel(String name) {
        Known model = find(name);
        transaction.executeWithoutResult(_ -> {
            // waits for the portion that is being told; the next one finds itself cancelled
            int given =
                    db.sql("""
                    update read_model_rebuild set state = 'CANCELLED', ended_at = ?
                    where name = ? and state in ('RUNNING', 'FAILED')""").params(Timestamp.from(clock.instant()), name).update();
            if (given == 0) {
                throw new Rejection(ReadModelRefusal.NO_REBUILD);
            }
            model.copy().drop();
        });
        return progress(name);
    }

    /**
     * How far the last rebuild is.
     *
     * @throws Rejection where there is no such read model
     */
    public RebuildProgress progress(String name) {
        List<String> tables = find(name).tables();
        long total = db.sql("select coalesce(max(global_index), 0) from domain_event")
                .query(Long.class)
                .single();
        Optional<Row> last = row(name);
        if (last.isEmpty()) {
            return new RebuildProgress(name, tables, RebuildState.NEVER, null, total, null, null, null, null, null);
        }
        Row row = last.get();
        boolean runs = row.state() == RebuildState.RUNNING && SharedLock.isHeld(db, key(name));
        RebuildState state = row.state() == RebuildState.RUNNING && !runs ? RebuildState.INTERRUPTED : row.state();
        double pace = row.secondsSinceResumed() > 0 ? row.sinceResumed() / row.secondsSinceResumed() : 0;
        boolean paced = runs && pace > 0;
        return new RebuildProgress(
                name,
                tables,
                state,
                row.position(),
                total,
                paced ? Math.round(pace) : null,
                paced ? (long) Math.ceil((total - row.position()) / pace) : null,
                row.startedAt(),
                row.endedAt(),
                row.cause());
    }

    private Optional<Row> row(String name) {
        return db.sql("""
                select state, shape, code, position, started_at, ended_at, cause,
                    position - resumed_position as since_resumed,
                    extract(epoch from moved_at - resumed_at)::float8 as seconds_since_resumed
                from read_model_rebuild where name = ?""")
                .param(name)
                .query((row, _) -> new Row(
                        RebuildState.valueOf(row.getString("state")),
                        row.getString("shape"),
                        row.getString("code"),
                        row.getLong("position"),
                        row.getTimestamp("started_at").toInstant(),
                        instant(row.getTimestamp("ended_at")),
                        row.getString("cause"),
                        row.getLong("since_resumed"),
                        row.getDouble("seconds_since_resumed")))
                .optional();
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private Known find(String name) {
        Known model = known.get(name);
        if (model == null) {
            throw new Rejection(
                    ReadModelRefusal.NO_SUCH_READ_MODEL, Map.of("known", String.join(", ", known.keySet())));
        }
        return model;
    }

    /** Stops what runs here; it can be taken up again by whoever starts it next. */
    @Override
    public void destroy() throws InterruptedException {
        Map<Rebuild, Thread> here = Map.copyOf(running);
        here.keySet().forEach(Rebuild::stop);
        for (Thread thread : here.values()) {
            var _ = thread.join(FAREWELL);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Rejection(ReadModelRefusal.REBUILD_RUNNING);
        }
    }

    /** Of the projection and what is written inside it: half a copy by an older one would not fit. */
    private static String code(Class<?> projection) {
        ByteArrayOutputStream classes = new ByteArrayOutputStream();
        Arrays.stream(projection.getNestMembers())
                .sorted(Comparator.comparing(Class::getName))
                .forEach(type -> {
                    String file = type.getName().substring(type.getPackageName().length() + 1) + ".class";
                    try (InputStream bytes = Objects.requireNonNull(type.getResourceAsStream(file))) {
                        bytes.transferTo(classes);
                    } catch (IOException unreadable) {
                        throw new UncheckedIOException(unreadable);
                    }
                });
        return Sha256.hex(classes.toByteArray());
    }
}
