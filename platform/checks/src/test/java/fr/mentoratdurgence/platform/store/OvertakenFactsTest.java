package fr.mentoratdurgence.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import fr.mentoratdurgence.platform.test.ServiceTest;
import fr.mentoratdurgence.platform.test.tiny.Bowl;
import fr.mentoratdurgence.platform.test.tiny.TinyApplication;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Who takes a number first may commit last: nobody who follows the store may go past it, whatever the clock shows. */
@ServiceTest
@SpringBootTest(
        classes = TinyApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"mentorat.clock.start=2020-04-20T08:00:00Z", "mentorat.clock.speed=24"})
@Tag("reliability")
class OvertakenFactsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    Commands commands;

    @Autowired
    EventStorageEngine engine;

    @Autowired
    JdbcClient db;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void a_fact_that_is_committed_after_a_later_one_is_read_and_told_under_a_clock_of_the_past() throws Exception {
        make("bowl-slow");
        make("bowl-quick");
        TrackingToken before = read(null, "bowl-quick").getLast();
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch overtaken = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // given a transaction that has taken its numbers
            var slow = threads.submit(() -> new TransactionTemplate(transactions).executeWithoutResult(_ -> {
                for (int i = 0; i < 300; i++) {
                    lay("bowl-slow", "slow-" + i);
                }
                taken.countDown();
                wait(overtaken);
            }));
            wait(taken);

            // when a later number is committed first, read and told
            lay("bowl-quick", "quick");
            GapAwareTrackingToken after = read(before, "bowl-quick").getLast();
            assertThat(read(after, "bowl-slow")).isEmpty();
            await().atMost(PATIENCE).until(() -> published() >= after.getIndex() && heard("bowl-quick") == 1);
            overtaken.countDown();
            slow.get();

            // then the earlier ones are read and told too
            assertThat(read(after, "bowl-slow"))
                    .hasSize(300)
                    .as("from the place of one, the next is still to be heard")
                    .doesNotHaveDuplicates();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(heard("bowl-slow")).isEqualTo(300));
        } finally {
            overtaken.countDown();
        }
    }

    @Test
    void a_number_that_nobody_can_commit_any_more_is_not_carried_along_for_ever() {
        make("bowl-lost");
        for (int i = 0; i < 300; i++) {
            int lost = i;
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                lay("bowl-lost", "lost-" + lost);
                status.setRollbackOnly();
            });
        }
        lay("bowl-lost", "kept");
        GapAwareTrackingToken passing = read(null, "bowl-lost").getLast();
        for (int i = 0; passing.hasGaps() && i < 10; i++) {
            lay("bowl-lost", "later-" + i);
            passing = read(passing, "bowl-lost").getLast();
        }
        assertThat(passing.getGaps()).isEmpty();
    }

    private void make(String bowl) {
        var _ = commands.send(new Bowl.Act.MakeBowl(bowl, 1000), CommandContext.system("make-" + bowl));
    }

    private void lay(String bowl, String command) {
        var _ = commands.send(new Bowl.Act.LayStone(bowl, "account-1"), CommandContext.system(command));
    }

    /** Where somebody who follows the store stands after each new fact of this bowl. */
    private List<GapAwareTrackingToken> read(@Nullable TrackingToken after, String bowl) {
        try (Stream<? extends TrackedEventMessage<?>> news = engine.readEvents(after, false)) {
            return news.filter(message ->
                            ((DomainEvent) message.getPayload()).stream().equals(bowl))
                    .map(message -> (GapAwareTrackingToken) message.trackingToken())
                    .toList();
        }
    }

    private long published() {
        return db.sql("select token from token_entry where processor_name = 'publisher' and token is not null")
                .query(String.class)
                .optional()
                .map(token -> JsonMapper.shared().readTree(token).path("index").asLong())
                .orElse(0L);
    }

    /** Stones of this bowl that the inbox has heard of. */
    private int heard(String bowl) {
        return db.sql("""
                select count(*) from domain_event stone
                join domain_event echo on echo.aggregate_id = 'echo-' || stone.event_id
                where stone.aggregate_id = ?""").param(bowl).query(Integer.class).single();
    }

    private static void wait(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
