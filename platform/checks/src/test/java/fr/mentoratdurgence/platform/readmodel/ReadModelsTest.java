package fr.mentoratdurgence.platform.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.store.FactLog;
import fr.mentoratdurgence.platform.test.Http;
import fr.mentoratdurgence.platform.test.ServiceTest;
import fr.mentoratdurgence.platform.test.Tokens;
import fr.mentoratdurgence.platform.test.tiny.Bowl;
import fr.mentoratdurgence.platform.test.tiny.TinyApplication;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The rebuild of a read model beside live traffic, on a real PostgreSQL; other instances are played by objects. */
@ServiceTest
@SpringBootTest(classes = TinyApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Tag("reliability")
class ReadModelsTest {
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String OPS = "/api/tiny/v1/ops/read-models";

    /** The same as the read model in one statement: an oracle that knows no projection. */
    static final String DIFFERENCES = """
            select count(*) from (
                select aggregate_id as bowl, count(*) filter (where payload_type = 'tiny.StoneLaid')::int as stones,
                    (array_agg(meta_data->>'actor' order by sequence_number desc))[1] as last_actor
                from domain_event group by aggregate_id) told
            full join stones using (bowl)
            where told.stones is distinct from stones.stones or told.last_actor is distinct from stones.last_actor""";

    @Autowired
    Commands commands;

    @Autowired
    JdbcClient db;

    @Autowired
    ReadModels readModels;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    FactLog log;

    @Autowired
    DataSource database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    private final List<ReadModels> others = new ArrayList<>();

    @AfterEach
    void others_end() throws Exception {
        for (ReadModels other : others) {
            other.destroy();
        }
        for (String name : readModels.names()) {
            RebuildState state = readModels.progress(name).state();
            if (state == RebuildState.INTERRUPTED || state == RebuildState.FAILED) {
                var _ = readModels.cancel(name);
            }
        }
    }

    private ReadModels instance(int eventsPerSecond) {
        ReadModels other = new ReadModels(beans, log, db, database, transactions, clock, Paces.of(eventsPerSecond));
        other.afterSingletonsInstantiated();
        others.add(other);
        return other;
    }

    /** One that needs some seconds, whatever other tests have stored. */
    private ReadModels slow() {
        return instance(Math.max(20, number("select count(*)::int from domain_event") / 5));
    }

    private void bowl(int size, String... stones) {
        String bowl = "bowl-rebuilt" + NUMBERS.incrementAndGet();
        var _ = commands.send(new Bowl.Act.MakeBowl(bowl, size), CommandContext.system("make-" + bowl));
        for (String by : stones) {
            var _ = commands.send(
                    new Bowl.Act.LayStone(bowl, by), CommandContext.system("read-stone-" + NUMBERS.incrementAndGet()));
        }
    }

    private void bowls(int number) {
        for (int i = 0; i < number; i++) {
            bowl(2, "account-1");
        }
    }

    private int number(String sql) {
        return db.sql(sql).query(Integer.class).single();
    }

    private void rebuilt(ReadModels by, String name) {
        var _ = by.start(name);
        awaitState(name, RebuildState.SWITCHED);
    }

    private void awaitState(String name, RebuildState state) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> {
            RebuildState now = readModels.progress(name).state();
            return now == state || now == RebuildState.FAILED;
        });
        RebuildProgress progress = readModels.progress(name);
        assertThat(progress.state()).as(progress.toString()).isEqualTo(state);
    }

    private void awaitPosition(String name, long position) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> {
            Long now = readModels.progress(name).position();
            return now != null && now >= position;
        });
    }

    private int copies() {
        return number("select count(*) from pg_namespace where nspname like 'rebuild%'");
    }

    private List<Map<String, Object>> whatTheTableIsLike() {
        return db.sql("""
                select indexname::text as what, indexdef::text as how from pg_indexes where tablename = 'stones'
                union all select conname, pg_get_constraintdef(oid) from pg_constraint where conrelid = 'stones'::regclass
                union all select 'options', concat(reloptions, relacl, obj_description(oid)) from pg_class
                    where oid = 'stones'::regclass
                union all select attname, format_type(atttypid, atttypmod) from pg_attribute
                    where attrelid = 'stones'::regclass and attnum > 0
                order by 1, 2""").query().listOfRows();
    }

    @Test
    void a_rebuilt_read_model_has_the_same_rows_in_tables_that_nobody_can_tell_from_the_old_ones() {
        bowl(5, "account-7", "account-8");
        bowls(3);
        List<Map<String, Object>> like = whatTheTableIsLike();
        String large = "select bowl, size, laid_by from large_bowl join large_bowl_stone using (bowl)"
                + " where bowl not like 'echo-%' order by 1, 3";
        List<Map<String, Object>> rows = db.sql(large).query().listOfRows();
        long old = number("select 'stones'::regclass::oid::int");

        rebuilt(readModels, "stones");
        rebuilt(readModels, "large-bowls");

        assertThat(number("select 'stones'::regclass::oid::int")).isNotEqualTo(old);
        assertThat(number(DIFFERENCES)).isZero();
        assertThat(whatTheTableIsLike()).isEqualTo(like).hasSizeGreaterThan(6);
        assertThat(db.sql(large).query().listOfRows()).isEqualTo(rows).isNotEmpty();
        assertThat(copies()).isZero();
        bowl(5, "account-9");
        assertThat(number("select count(*) from large_bowl_stone where laid_by = 'account-9'"))
                .isPositive();
        assertThat(number("select count(*) from pg_stats where tablename = 'stones'"))
                .isPositive();
    }

    @Test
    void others_go_on_while_it_is_rebuilt_and_nothing_is_told_twice_or_lost_and_no_reader_sees_less() throws Exception {
        bowls(50);
        int bowls = number("select count(*) from stones");
        AtomicBoolean enough = new AtomicBoolean();
        AtomicInteger acts = new AtomicInteger();
        AtomicInteger looks = new AtomicInteger();
        TransactionTemplate oneMoment = new TransactionTemplate(transactions);
        oneMoment.setIsolationLevel(TransactionTemplate.ISOLATION_REPEATABLE_READ);
        oneMoment.setReadOnly(true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> acting = () -> {
                for (; !enough.get(); rest(5)) {
                    bowl(2, "account-1");
                    acts.incrementAndGet();
                }
                return "done";
            };
            Callable<String> looking = () -> {
                for (int before = bowls; !enough.get(); looks.incrementAndGet()) {
                    int now = number("select count(*) from stones");
                    assertThat(now).isGreaterThanOrEqualTo(before);
                    before = now;
                }
                return "done";
            };
            Callable<String> lookingAtOneMoment = () -> {
                while (!enough.get()) {
                    oneMoment.executeWithoutResult(_ -> {
                        int then = number("select count(distinct aggregate_id) from domain_event");
                        rest(20);
                        assertThat(number("select count(*) from stones")).isEqualTo(then);
                    });
                    looks.incrementAndGet();
                }
                return "done";
            };
            var all = List.of(
                    threads.submit(acting),
                    threads.submit(acting),
                    threads.submit(looking),
                    threads.submit(lookingAtOneMoment));
            try {
                for (int round = 1; round <= 4; round++) {
                    int before = acts.get();
                    rebuilt(round % 2 == 0 ? readModels : instance(1_000_000), "stones");
                    await().atMost(PATIENCE)
                            .until(() -> acts.get() > before + 5 || all.stream().anyMatch(f -> f.isDone()));
                }
            } finally {
                enough.set(true);
            }
            for (var one : all) {
                assertThat(one.get()).isEqualTo("done");
            }
        }
        assertThat(number(DIFFERENCES)).isZero();
        assertThat(acts.get()).isGreaterThan(20);
        assertThat(looks.get()).isGreaterThan(20);
    }

    private static void rest(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void it_tells_how_far_it_is_and_goes_no_faster_than_it_may() {
        bowls(30);
        int limit = Math.max(20, number("select count(*)::int from domain_event") / 5);
        ReadModels slow = instance(limit);
        long begun = System.nanoTime();
        var _ = slow.start("stones");
        awaitPosition("stones", 1);
        RebuildProgress progress = readModels.progress("stones");
        assertThat(progress.state()).isEqualTo(RebuildState.RUNNING);
        assertThat(progress.total()).isGreaterThanOrEqualTo(60);
        assertThat(progress.position()).isLessThan(progress.total());
        assertThat(progress.startedAt()).isNotNull();

        awaitPosition("stones", progress.total() / 2);
        assertThat(readModels.progress("stones").eventsPerSecond()).isPositive();
        assertThat(readModels.progress("stones").secondsLeft()).isPositive();
        double told = number("select count(*)::int from domain_event where global_index <= (select position"
                + " from read_model_rebuild where name = 'stones')");
        double seconds = (System.nanoTime() - begun) / 1e9;
        // a portion of a quarter of a second is told before the first rest
        assertThat(told / limit - 0.25).as("seconds that %f events need", told).isLessThan(seconds);
        var _ = slow.cancel("stones");
    }

    @Test
    void one_that_is_cancelled_leaves_nothing_and_can_begin_again_at_once() {
        bowls(30);
        ReadModels slow = slow();
        long table = number("select 'stones'::regclass::oid::int");
        var _ = slow.start("stones");
        awaitPosition("stones", 5);
        assertThat(copies()).isEqualTo(1);

        assertThat(readModels.cancel("stones").state())
                .as("by another instance")
                .isEqualTo(RebuildState.CANCELLED);
        assertThat(copies()).isZero();
        assertThat(number("select 'stones'::regclass::oid::int")).isEqualTo((int) table);
        assertThat(number(DIFFERENCES)).isZero();
        assertThatThrownBy(() -> readModels.cancel("stones"))
                .isInstanceOfSatisfying(
                        Rejection.class, r -> assertThat(r.code()).isEqualTo(ReadModelRefusal.NO_REBUILD));

        rebuilt(readModels, "stones");
        assertThat(number(DIFFERENCES)).isZero();
    }

    @Test
    void one_that_was_interrupted_goes_on_where_it_was_on_another_instance() throws Exception {
        bowls(60);
        ReadModels slow = slow();
        var _ = slow.start("stones");
        awaitPosition("stones", 40);
        slow.destroy();
        RebuildProgress left = readModels.progress("stones");
        assertThat(left.state()).isEqualTo(RebuildState.INTERRUPTED);
        assertThat(left.eventsPerSecond()).isNull();

        RebuildProgress taken = slow().start("stones");
        assertThat(taken.position()).isGreaterThanOrEqualTo(left.position());
        assertThat(taken.startedAt()).isEqualTo(left.startedAt());
        others.getLast().destroy();
        rebuilt(readModels, "stones");
        assertThat(number(DIFFERENCES)).isZero();
    }

    @Test
    void a_reader_who_stays_long_is_neither_hurt_nor_does_anybody_wait_behind_it() throws Exception {
        bowls(5);
        try (Connection reader = database.getConnection()) {
            reader.setAutoCommit(false);
            try (var statement = reader.createStatement()) {
                statement.execute("select * from stones");
                var _ = readModels.start("stones");
                awaitPosition("stones", number("select max(global_index)::int from domain_event"));
                for (int i = 0; i < 10; i++) {
                    bowl(2, "account-1");
                    assertThat(number(DIFFERENCES)).isZero();
                    rest(100);
                }
                assertThat(readModels.progress("stones").state()).isEqualTo(RebuildState.RUNNING);
                statement.execute("select * from stones");
            }
            reader.commit();
        }
        awaitState("stones", RebuildState.SWITCHED);
        assertThat(number(DIFFERENCES)).isZero();
    }

    @Test
    void a_projection_that_writes_elsewhere_is_caught_before_the_live_rows_are_touched() {
        bowl(2, "account-1");
        int before = number("select count(*) from antidote");
        TinyApplication.ASTRAY.set(true);
        try {
            var _ = readModels.start("large-bowls");
            awaitState("large-bowls", RebuildState.FAILED);
        } finally {
            TinyApplication.ASTRAY.set(false);
        }
        assertThat(readModels.progress("large-bowls").cause())
                .contains("does not declare")
                .contains("antidote");
        assertThat(number("select count(*) from antidote")).isEqualTo(before);
        var _ = readModels.cancel("large-bowls");
        assertThat(copies()).isZero();
    }

    @Test
    void tables_that_change_meanwhile_are_not_replaced_by_what_they_were() throws Exception {
        bowls(30);
        ReadModels slow = slow();
        var _ = slow.start("stones");
        awaitPosition("stones", 5);
        try {
            var _ = db.sql("alter table stones alter column last_actor set default 'nobody'")
                    .update();
            slow.destroy();
            Instant begun = readModels.progress("stones").startedAt();
            assertThat(slow().start("stones").startedAt()).as("it begins again").isAfter(begun);
            others.getLast().destroy();
        } finally {
            var _ = db.sql("alter table stones alter column last_actor drop default")
                    .update();
        }
        rebuilt(readModels, "stones");
        assertThat(number("select count(*) from information_schema.columns where table_name = 'stones'"
                        + " and column_default is not null"))
                .isZero();
    }

    @Test
    void tables_that_change_just_before_the_end_make_it_fail() {
        bowls(30);
        ReadModels slow = slow();
        var _ = slow.start("stones");
        awaitPosition("stones", 5);
        try {
            var _ = db.sql("alter table stones alter column last_actor set default 'nobody'")
                    .update();
            awaitState("stones", RebuildState.FAILED);
            assertThat(readModels.progress("stones").cause()).contains("changed");
            assertThat(number(DIFFERENCES)).isZero();
        } finally {
            var _ = db.sql("alter table stones alter column last_actor drop default")
                    .update();
        }
    }

    @Test
    void what_a_copy_would_lose_is_named_before_the_service_starts() {
        for (String statement : List.of(
                "create table kept (k int primary key)",
                "create table tied (k int references kept, number serial)",
                "create view seen as select k from tied",
                "create trigger watched before delete on kept for each row execute function refuse_change()")) {
            var _ = db.sql(statement).update();
        }
        try {
            assertThat(new SecondCopy(db, "kept", List.of("kept", "tied", "nowhere")).obstacles())
                    .containsExactlyInAnyOrder(
                            "nowhere does not exist",
                            "kept has the trigger watched",
                            "kept is tied by the foreign key tied_k_fkey",
                            "tied is tied by the foreign key tied_k_fkey",
                            "tied is read by the view seen",
                            "tied takes numbers from the sequence tied_number_seq of its own: make it an identity");
        } finally {
            var _ = db.sql("drop table tied, kept cascade").update();
        }
    }

    @Test
    void ops_starts_follows_and_cancels_over_http_and_hears_in_french_what_cannot_be() {
        bowls(10);
        Http ops = new Http(port).as(Tokens.role("ops"));
        assertThat(ops.get(OPS).json().findValuesAsString("name")).containsExactly("large-bowls", "stones");
        assertThat(ops.get(OPS + "/stones").json().get("tables").get(0).asString())
                .isEqualTo("stones");

        ReadModels slow = slow();
        var _ = slow.start("stones");
        var twice = ops.post(OPS + "/stones/rebuild", "");
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.json().get("code").asString()).isEqualTo("REBUILD_RUNNING");
        assertThat(twice.json().get("detail").asString()).contains("déjà en cours");
        assertThat(ops.delete(OPS + "/stones/rebuild").json().get("state").asString())
                .isEqualTo("CANCELLED");
        assertThat(ops.delete(OPS + "/stones/rebuild").status()).isEqualTo(409);

        var started = ops.post(OPS + "/stones/rebuild", "");
        assertThat(started.status()).isEqualTo(202);
        awaitState("stones", RebuildState.SWITCHED);

        for (var unknown : List.of(
                ops.get(OPS + "/rocks"), ops.post(OPS + "/rocks/rebuild", ""), ops.delete(OPS + "/rocks/rebuild"))) {
            assertThat(unknown.status()).isEqualTo(404);
            assertThat(unknown.json().get("detail").asString()).contains("large-bowls, stones");
        }
        for (String role : List.of("referent", "coordinator", "analyst", "mentor", "structure")) {
            Http stranger = new Http(port).as(Tokens.role(role));
            assertThat(stranger.get(OPS).status()).isEqualTo(403);
            assertThat(stranger.post(OPS + "/stones/rebuild", "").status()).isEqualTo(403);
            assertThat(stranger.delete(OPS + "/stones/rebuild").status()).isEqualTo(403);
        }
        assertThat(new Http(port).post(OPS + "/stones/rebuild", "").status()).isEqualTo(401);
    }
}
