package fr.mentoratdurgence.matching.proposing;

import static fr.mentoratdurgence.matching.proposing.Examples.NOW;
import static fr.mentoratdurgence.matching.proposing.Examples.mentor;
import static fr.mentoratdurgence.matching.proposing.Examples.need;
import static fr.mentoratdurgence.matching.proposing.Examples.propose;
import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.matching.MatchingApplication;
import fr.mentoratdurgence.matching.proposing.LoadEvent.CapacityReleased;
import fr.mentoratdurgence.matching.proposing.LoadEvent.CapacityReserved;
import fr.mentoratdurgence.matching.proposing.LoadEvent.LoadOpened;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.AcceptProposal;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ReviseNeedLine;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ValidateProposal;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.WithdrawMentor;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.MatchConfirmed;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.MatchProposed;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.ProposalAcceptedByMentor;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.LineCountRevised;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatReleased;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatReserved;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatsOpened;
import fr.mentoratdurgence.platform.Actor;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.test.LocalParts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Two instances of the service on one PostgreSQL: whoever comes second gets a clear answer, and nothing is given twice. */
class RaceTest {
    private static final int ROUNDS = 200;
    private static final List<ConfigurableApplicationContext> INSTANCES = new ArrayList<>();
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(2);

    /** How one side of a race ended. */
    private record End(@Nullable String answer, @Nullable Rejection refusal) {
        boolean won() {
            return refusal == null;
        }

        String code() {
            return refusal == null ? "WON" : refusal.code().name();
        }
    }

    @BeforeAll
    static void start_two_instances() {
        Map<String, Object> settings = new HashMap<>(LocalParts.settings(LocalParts.database()));
        settings.put("mentorat.expiry-every", "1h"); // nothing else moves while the history is checked
        for (int i = 0; i < 2; i++) {
            INSTANCES.add(new SpringApplicationBuilder(MatchingApplication.class)
                    .properties(Map.of("spring.main.register-shutdown-hook", "false"))
                    .initializers(context -> context.getEnvironment()
                            .getPropertySources()
                            .addFirst(new MapPropertySource("race", settings)))
                    .run());
        }
    }

    @AfterAll
    static void stop() {
        THREADS.shutdownNow();
        INSTANCES.forEach(ConfigurableApplicationContext::close);
    }

    @Test
    void two_referents_and_one_last_seat() {
        for (int round = 0; round < ROUNDS; round++) {
            String id = UUID.randomUUID().toString();
            given(need("need-" + id, 1), mentor("mentor-a" + id, 1), mentor("mentor-b" + id, 1));
            List<End> ends = race(
                    propose("proposal-a" + id, "need-" + id, "mentor-a" + id, "account-a"),
                    propose("proposal-b" + id, "need-" + id, "mentor-b" + id, "account-b"));
            oneWinner(ends, "NO_FREE_SEAT");
        }
        everyInvariantHolds();
    }

    @Test
    void two_places_and_the_last_capacity_of_one_mentor() {
        for (int round = 0; round < ROUNDS; round++) {
            String id = UUID.randomUUID().toString();
            given(need("need-a" + id, 1), need("need-b" + id, 1), mentor("mentor-" + id, 1));
            List<End> ends = race(
                    propose("proposal-a" + id, "need-a" + id, "mentor-" + id, "account-a"),
                    propose("proposal-b" + id, "need-b" + id, "mentor-" + id, "account-b"));
            oneWinner(ends, "NO_FREE_CAPACITY");
        }
        everyInvariantHolds();
    }

    @Test
    void two_referents_validate_one_proposal() {
        for (int round = 0; round < ROUNDS; round++) {
            String id = UUID.randomUUID().toString();
            accepted(id);
            List<End> ends = race(validate(id, "account-a", "pair-a" + id), validate(id, "account-b", "pair-b" + id));
            oneWinner(ends, "ALREADY_CONFIRMED");
        }
        everyInvariantHolds();
    }

    @Test
    void a_mentor_leaves_while_a_referent_validates() {
        for (int round = 0; round < ROUNDS; round++) {
            String id = UUID.randomUUID().toString();
            accepted(id);
            List<End> ends = race(new WithdrawMentor("mentor-" + id), validate(id, "account-b", "pair-" + id));
            assertThat(ends.get(0).won()).as("to leave is always possible").isTrue();
            assertThat(ends.get(1).code()).isIn("WON", "PROPOSAL_DECLINED");
            boolean confirmed = stream("proposal-" + id).stream().anyMatch(MatchConfirmed.class::isInstance);
            assertThat(confirmed).isEqualTo(ends.get(1).won());
        }
        everyInvariantHolds();
    }

    @Test
    void a_need_wants_fewer_places_while_one_is_reserved() {
        for (int round = 0; round < ROUNDS; round++) {
            String id = UUID.randomUUID().toString();
            given(need("need-" + id, 1), mentor("mentor-" + id, 1));
            List<End> ends = race(
                    new ReviseNeedLine("need-" + id, 1, 0),
                    propose("proposal-" + id, "need-" + id, "mentor-" + id, "account-b"));
            assertThat(ends.get(0).won()).isTrue();
            assertThat(ends.get(1).code()).isIn("WON", "NO_SUCH_LINE");
        }
        everyInvariantHolds();
    }

    private static void oneWinner(List<End> ends, String code) {
        assertThat(ends).extracting(End::code).containsExactlyInAnyOrder("WON", code);
        int winner = ends.get(0).won() ? 0 : 1;
        Rejection refusal = Objects.requireNonNull(ends.get(1 - winner).refusal());
        assertThat(refusal.details())
                .containsEntry("by", winner == 0 ? "account-a" : "account-b")
                .containsEntry("at", NOW.toString());
    }

    private static void accepted(String id) {
        given(
                need("need-" + id, 1),
                mentor("mentor-" + id, 1),
                propose("proposal-" + id, "need-" + id, "mentor-" + id, "account-r"),
                new AcceptProposal("proposal-" + id, NOW));
    }

    private static ValidateProposal validate(String id, String by, String pair) {
        return new ValidateProposal("proposal-" + id, pair, by, by, NOW, 0, null);
    }

    private static void given(MatchingCommand... commands) {
        for (MatchingCommand command : commands) {
            assertThat(send(0, command).code()).isEqualTo("WON");
        }
    }

    private static List<End> race(MatchingCommand first, MatchingCommand second) {
        CyclicBarrier barrier = new CyclicBarrier(2);
        List<Future<End>> running = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            int instance = i;
            running.add(THREADS.submit(() -> {
                barrier.await(10, TimeUnit.SECONDS);
                return send(instance, instance == 0 ? first : second);
            }));
        }
        try {
            return List.of(
                    running.get(0).get(30, TimeUnit.SECONDS), running.get(1).get(30, TimeUnit.SECONDS));
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static End send(int instance, MatchingCommand command) {
        String id = "race-" + UUID.randomUUID();
        try {
            return new End(
                    INSTANCES
                            .get(instance)
                            .getBean(Commands.class)
                            .send(command, new CommandContext(id, new Actor("account-test", "referent"), id, null)),
                    null);
        } catch (Rejection refused) {
            return new End(null, refused);
        }
    }

    private static List<DomainEvent> stream(String id) {
        List<DomainEvent> events = new ArrayList<>();
        INSTANCES
                .getFirst()
                .getBean(EventStorageEngine.class)
                .readEvents(id)
                .forEachRemaining(message -> events.add((DomainEvent) message.getPayload()));
        return events;
    }

    /** What one stream holds while its events go by. */
    private static final class Tally {
        int most;
        int decided;
        final Set<String> used = new HashSet<>();
    }

    /** Read from the stored events alone, without the deciders. */
    private static void everyInvariantHolds() {
        Map<String, Tally> tallies = new HashMap<>();
        Set<String> seats = new HashSet<>();
        Set<String> loads = new HashSet<>();
        Set<String> open = new HashSet<>();
        try (Stream<? extends TrackedEventMessage<?>> history =
                INSTANCES.getFirst().getBean(EventStorageEngine.class).readEvents(null, false)) {
            history.map(message -> (DomainEvent) message.getPayload()).forEach(event -> {
                Tally tally = tallies.computeIfAbsent(event.stream(), _ -> new Tally());
                switch (event) {
                    case SeatsOpened e -> tally.most = e.lines().getFirst().count();
                    case LineCountRevised e -> tally.most = e.toCount();
                    case SeatReserved e ->
                        assertThat(tally.used.add(e.proposal()) && seats.add(e.proposal()))
                                .isTrue();
                    case SeatReleased e ->
                        assertThat(tally.used.remove(e.proposal()) && seats.remove(e.proposal()))
                                .isTrue();
                    case LoadOpened e -> tally.most = e.capacity();
                    case CapacityReserved e ->
                        assertThat(tally.used.add(e.proposal()) && loads.add(e.proposal()))
                                .isTrue();
                    case CapacityReleased e ->
                        assertThat(tally.used.remove(e.proposal()) && loads.remove(e.proposal()))
                                .isTrue();
                    case MatchProposed e -> open.add(e.stream());
                    case ProposalAcceptedByMentor _ -> assertThat(tally.decided).isZero();
                    case MatchConfirmed _ -> tally.decided++;
                    case ProposalEvent e -> {
                        tally.decided++;
                        open.remove(e.stream());
                    }
                    default -> {
                        // changes no count
                    }
                }
                assertThat(tally.used).as("in use on %s", event.stream()).hasSizeLessThanOrEqualTo(tally.most);
                assertThat(tally.decided).as("decisions on %s", event.stream()).isLessThanOrEqualTo(1);
            });
        }
        assertThat(tallies).isNotEmpty();
        assertThat(seats).isEqualTo(open);
        assertThat(loads).isEqualTo(open);
    }
}
