package fr.mentoratdurgence.platform.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.domain.RejectionCode;
import fr.mentoratdurgence.platform.test.LocalParts;
import fr.mentoratdurgence.platform.test.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of a deadline, on a real PostgreSQL. */
class DeadlinesTest {
    private static final Instant MONDAY = Instant.parse("2020-04-20T08:00:00Z");
    private static final String SILENCE = "SILENCE";

    private enum Decided implements RejectionCode {
        DECIDED_MEANWHILE;

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    private static OnDeadline passing(Consumer<Deadline> passed) {
        return new OnDeadline(Set.of(SILENCE), passed);
    }

    /** Notes what passed in the database: so it is rolled back with its transaction, as facts are. */
    private final class Note implements Consumer<Deadline> {
        private final String instance;

        private Note(String instance) {
            this.instance = instance;
        }

        @Override
        public void accept(Deadline deadline) {
            db.sql("insert into passed(key, subject, due_at, instance) values (?, ?, ?, ?)")
                    .params(deadline.key(), deadline.subject(), deadline.dueAt().atOffset(ZoneOffset.UTC), instance)
                    .update();
            if (settling) {
                deadlines.cancel(deadline.subject(), List.of(SILENCE));
            }
            if (broken.contains(deadline.key())) {
                throw new IllegalStateException("broken");
            }
            if (decided.contains(deadline.key())) {
                throw new Rejection(Decided.DECIDED_MEANWHILE);
            }
        }
    }

    private final LocalParts.Database database = LocalParts.database();
    private final HikariDataSource source = pool();
    private final JdbcClient db = JdbcClient.create(source);
    private final DataSourceTransactionManager transactions = new DataSourceTransactionManager(source);
    private final TransactionTemplate transaction = new TransactionTemplate(transactions);
    private final MovableClock clock = new MovableClock(MONDAY);
    private final List<String> broken = new ArrayList<>();
    private final List<String> decided = new ArrayList<>();
    private boolean settling;
    private final Deadlines deadlines = new Deadlines(db, clock);
    private final DeadlinesApi ops = new DeadlinesApi(db, clock);
    private final DeadlineWatch one = watch("one");
    private final DeadlineWatch two = watch("two");

    private DeadlineWatch watch(String instance) {
        return new DeadlineWatch(List.of(passing(new Note(instance))), transactions, db, clock);
    }

    private HikariDataSource pool() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(5);
        return pool;
    }

    @BeforeEach
    void tables() {
        Flyway.configure()
                .dataSource(database.url(), database.owner(), database.ownerPassword())
                .locations("classpath:db/platform")
                .placeholders(Map.of("application", database.user()))
                .load()
                .migrate();
        db.sql("""
                create table passed(position bigint generated always as identity, key text, subject text,
                    due_at timestamptz, instance text)""").update();
    }

    @AfterEach
    void no_server() {
        source.close();
    }

    private void set(String key, String subject, Duration after) {
        transaction.executeWithoutResult(_ -> deadlines.set(new Deadline(key, SILENCE, subject, MONDAY.plus(after))));
    }

    private List<String> passed() {
        return db.sql("select key from passed order by position")
                .query(String.class)
                .list();
    }

    @Test
    void a_deadline_passes_once_at_its_time_and_its_key_never_again() {
        set("silence:pair-1", "pair-1", Duration.ofDays(2));
        one.watch();
        assertThat(passed()).isEmpty();

        clock.set(MONDAY.plus(Duration.ofDays(2)));
        one.watch();
        two.watch();
        set("silence:pair-1", "pair-1", Duration.ofDays(1));
        one.watch();

        assertThat(passed()).containsExactly("silence:pair-1");
    }

    @Test
    void one_that_is_moved_passes_at_its_new_time_and_one_that_is_cancelled_not_at_all() {
        set("silence:pair-1", "pair-1", Duration.ofDays(2));
        set("silence:pair-1", "pair-1", Duration.ofDays(4));
        set("silence:pair-2", "pair-2", Duration.ofDays(2));
        set("silence:pair-3", "pair-3", Duration.ofDays(2));
        transaction.executeWithoutResult(_ -> {
            deadlines.cancel("silence:pair-2");
            deadlines.cancel("pair-3", List.of(SILENCE));
        });
        clock.set(MONDAY.plus(Duration.ofDays(3)));
        one.watch();
        assertThat(passed()).isEmpty();
        assertThat(deadlines.of("pair-1")).extracting(Deadline::dueAt).containsExactly(MONDAY.plus(Duration.ofDays(4)));

        clock.set(MONDAY.plus(Duration.ofDays(4)));
        one.watch();
        assertThat(passed()).containsExactly("silence:pair-1");
    }

    @Test
    void none_is_set_outside_of_the_transaction_of_its_reason_or_kept_when_that_fails() {
        assertThatThrownBy(() -> deadlines.set(new Deadline("silence:pair-1", SILENCE, "pair-1", MONDAY)))
                .hasMessageContaining("transaction");
        transaction.executeWithoutResult(status -> {
            deadlines.set(new Deadline("silence:pair-1", SILENCE, "pair-1", MONDAY));
            status.setRollbackOnly();
        });
        one.watch();
        assertThat(passed()).isEmpty();
    }

    @Test
    void after_two_days_without_any_instance_all_pass_once_each_in_order_with_their_own_instant() throws Exception {
        // given the deadlines of forty pairs, set in no order, missed while nobody was there
        for (int pair = 39; pair >= 0; pair--) {
            for (int step : List.of(2, 0, 1)) {
                set("silence:%d:%d".formatted(pair, step), "pair-" + pair, Duration.ofMinutes(60L * step + pair));
            }
        }
        clock.set(MONDAY.plus(Duration.ofDays(2)));
        assertThat(ops.lateness().late()).isEqualTo(120);
        assertThat(ops.lateness().oldestDueAt()).isEqualTo(MONDAY);

        // when two instances come back at the same moment
        CyclicBarrier start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var done : threads.invokeAll(List.of(returning(one, start), returning(two, start)))) {
                var _ = done.get();
            }
        }
        one.watch();

        // then each passed once, with the instant at which it was due, those of a pair in their order
        record Passed(String key, String subject, Instant dueAt, String instance) {}
        List<Passed> passed = db.sql("select key, subject, due_at, instance from passed order by position")
                .query((row, _) -> new Passed(
                        row.getString(1), row.getString(2), row.getTimestamp(3).toInstant(), row.getString(4)))
                .list();
        assertThat(passed).extracting(Passed::key).doesNotHaveDuplicates().hasSize(120);
        Map<String, List<Instant>> bySubject = new HashMap<>();
        Map<String, List<Instant>> byInstance = new HashMap<>();
        for (Passed each : passed) {
            bySubject.computeIfAbsent(each.subject(), _ -> new ArrayList<>()).add(each.dueAt());
            byInstance.computeIfAbsent(each.instance(), _ -> new ArrayList<>()).add(each.dueAt());
        }
        assertThat(bySubject.values())
                .allSatisfy(instants -> assertThat(instants).hasSize(3).isSorted());
        assertThat(byInstance.values())
                .allSatisfy(instants -> assertThat(instants).isSorted());
        assertThat(ops.lateness().late()).isZero();
    }

    private static Callable<Boolean> returning(DeadlineWatch watch, CyclicBarrier start) {
        return () -> {
            var _ = start.await();
            watch.watch();
            return true;
        };
    }

    @Test
    void what_follows_from_it_may_cancel_it_and_it_has_passed_all_the_same() {
        settling = true;
        set("silence:pair-1", "pair-1", Duration.ZERO);
        one.watch();
        set("silence:pair-1", "pair-1", Duration.ZERO);
        one.watch();
        assertThat(passed()).containsExactly("silence:pair-1");
        assertThat(ops.lateness().waiting()).isZero();
    }

    @Test
    void what_a_rule_refuses_was_decided_meanwhile_and_is_done_with() {
        decided.add("silence:pair-1");
        set("silence:pair-1", "pair-1", Duration.ZERO);
        one.watch();
        one.watch();
        assertThat(ops.lateness().waiting()).isZero();
        assertThat(passed()).hasSize(1);
    }

    @Test
    void one_that_fails_leaves_nothing_is_tried_again_and_stands_only_for_a_while_before_those_of_its_subject() {
        broken.add("silence:pair-1");
        set("silence:pair-1", "pair-1", Duration.ZERO);
        set("silence:pair-1:later", "pair-1", Duration.ofMinutes(1));
        set("silence:pair-2", "pair-2", Duration.ofMinutes(2));
        one.watch();
        assertThat(passed()).isEmpty();
        clock.set(MONDAY.plus(Duration.ofMinutes(2)));
        one.watch();
        assertThat(passed()).as("another's is not in its way").containsExactly("silence:pair-2");

        for (int attempt = 0; attempt < DeadlineWatch.PATIENCE; attempt++) {
            db.sql("update deadline set claimed_until = now() - interval '1 second' where key = 'silence:pair-1'")
                    .update();
            one.watch();
        }
        one.watch();
        assertThat(passed()).containsExactly("silence:pair-2", "silence:pair-1:later");
        assertThat(ops.health().getStatus().getCode()).isEqualTo("DOWN");
        assertThat(ops.lateness().stuck()).extracting(DeadlinesApi.Stuck::key).containsExactly("silence:pair-1");

        broken.clear();
        db.sql("update deadline set claimed_until = now() - interval '1 second'")
                .update();
        two.watch();
        assertThat(passed()).endsWith("silence:pair-1").hasSize(3);
        assertThat(ops.health().getStatus().getCode()).isEqualTo("UP");
    }

    @Test
    void one_that_is_cancelled_while_it_passes_leaves_nothing_behind() {
        set("silence:pair-1", "pair-1", Duration.ZERO);
        DeadlineWatch overtaken = new DeadlineWatch(
                List.of(passing(deadline -> {
                    new Note("overtaken").accept(deadline);
                    try (var act = Executors.newSingleThreadExecutor()) {
                        var _ = act.submit(() -> db.sql("delete from deadline where key = ?")
                                        .param(deadline.key())
                                        .update())
                                .get();
                    } catch (Exception failed) {
                        throw new IllegalStateException(failed);
                    }
                })),
                transactions,
                db,
                clock);
        overtaken.watch();
        assertThat(passed()).isEmpty();
    }
}
