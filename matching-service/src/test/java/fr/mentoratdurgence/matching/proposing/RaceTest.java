package fr.mentoratdurgence.matching.proposing;

import static fr.mentoratdurgence.matching.proposing.Examples.NOW;
import static fr.mentoratdurgence.matching.proposing.Examples.TEACHER;
import static fr.mentoratdurgence.matching.proposing.Examples.mentor;
import static fr.mentoratdurgence.matching.proposing.Examples.need;
import static fr.mentoratdurgence.matching.proposing.Examples.propose;
import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.matching.MatchingApplication;
import fr.mentoratdurgence.matching.files.PolicyFile;
import fr.mentoratdurgence.matching.profile.MentorProfile;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.AcceptProposal;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ActivatePolicy;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.EstablishPolicy;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.OfferNextBest;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.OpenMentor;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.OpenNeed;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.PublishPolicy;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ReviseNeedLine;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.ValidateProposal;
import fr.mentoratdurgence.matching.proposing.MatchingCommand.WithdrawMentor;
import fr.mentoratdurgence.matching.proposing.ProposalEvent.MatchConfirmed;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatReleased;
import fr.mentoratdurgence.matching.proposing.SeatsEvent.SeatReserved;
import fr.mentoratdurgence.matching.running.PolicyVersions;
import fr.mentoratdurgence.matching.running.Runs;
import fr.mentoratdurgence.platform.Actor;
import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.jobs.JobProgress;
import fr.mentoratdurgence.platform.store.FactLog;
import fr.mentoratdurgence.platform.store.Place;
import fr.mentoratdurgence.platform.store.StoredFact;
import fr.mentoratdurgence.platform.store.Streams;
import fr.mentoratdurgence.platform.test.LocalParts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Two instances of the service on one PostgreSQL: whoever comes second gets a clear answer, and nothing is given twice. */
@Tag("reliability")
class RaceTest {
    /** Eight races of this many rounds are two hundred; in the profile of reliability, each of them is a thousand. */
    private static final int ROUNDS = Integer.getInteger("rounds", 1) == 1 ? 25 : 125 * Integer.getInteger("rounds", 1);

    private static final int RUNS = 20;
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
        settings.put("mentorat.next-best-every", "1h");
        settings.put("mentorat.runs.every", "1h");
        settings.put("mentorat.deadlines.every", "1h"); // nothing else moves while the history is checked
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

    @Test
    void two_validations_and_the_last_pair_that_a_referent_may_follow() {
        for (int round = 0; round < ROUNDS; round++) {
            String id = UUID.randomUUID().toString();
            String referent = "account-" + id;
            accepted("a" + id);
            accepted("b" + id);
            List<End> ends = race(
                    new ValidateProposal("proposal-a" + id, "pair-a" + id, referent, "account-a", NOW, 1, null),
                    new ValidateProposal("proposal-b" + id, "pair-b" + id, referent, "account-b", NOW, 1, null));
            assertThat(ends).extracting(End::code).containsExactlyInAnyOrder("WON", "REFERENT_FULL");
            assertThat(stream("referent-" + id)).hasSize(1);
        }
        everyInvariantHolds();
    }

    @Test
    void two_coordinators_activate_two_versions_of_the_policy() {
        PolicyContent content = PolicyContent.of(PolicyFile.read(1));
        int active = Integer.parseInt(Objects.requireNonNull(
                send(0, new EstablishPolicy(content, "system", NOW)).answer()));
        for (int round = 0; round < ROUNDS; round++) {
            int a = published(content);
            int b = published(content);
            List<End> ends = race(
                    new ActivatePolicy(a, active, "account-a", NOW), new ActivatePolicy(b, active, "account-b", NOW));
            oneWinner(ends, "POLICY_CHANGED");
            active = ends.get(0).won() ? a : b;
            assertThat(INSTANCES.get(1).getBean(PolicyVersions.class).active().version())
                    .isEqualTo(active);
        }
    }

    @Test
    void two_instances_offer_the_next_best_once() {
        for (int round = 0; round < ROUNDS; round++) {
            String id = UUID.randomUUID().toString();
            given(need("need-" + id, 2), mentor("mentor-a" + id, 1), mentor("mentor-b" + id, 1));
            List<End> ends = atOnce(
                    () -> send(
                            0,
                            new OfferNextBest(
                                    "proposal-freed" + id,
                                    propose("proposal-a" + id, "need-" + id, "mentor-a" + id, "system")),
                            "best:" + id),
                    () -> send(
                            1,
                            new OfferNextBest(
                                    "proposal-freed" + id,
                                    propose("proposal-b" + id, "need-" + id, "mentor-b" + id, "system")),
                            "best:" + id));
            assertThat(ends).extracting(End::code).containsExactly("WON", "WON");
            assertThat(ends.get(0).answer()).isEqualTo(ends.get(1).answer());
            assertThat(stream("seats-" + id)).as("opened, and reserved once").hasSize(2);
        }
        everyInvariantHolds();
    }

    @Test
    void two_runs_at_once() {
        for (int round = 0; round < RUNS; round++) {
            String id = UUID.randomUUID().toString();
            given(needIn("2A", id, 2), mentorIn("2A", "mentor-a" + id, 1), mentorIn("2A", "mentor-b" + id, 2));
            List<End> ends = atOnce(() -> run(0), () -> run(1));
            assertThat(ends).extracting(End::code).contains("WON").isSubsetOf("WON", "RUN_IN_PROGRESS");
            assertThat(reserved(id)).as("every seat is given once").isEqualTo(2);
        }
        everyInvariantHolds();
    }

    @Test
    void two_instances_and_one_slot_of_time_make_one_run() {
        assertThat(INSTANCES).allMatch(instance -> instance.containsBean("scheduledRuns"));
        for (int round = 0; round < RUNS; round++) {
            String slot = "scheduled-run:" + UUID.randomUUID();
            List<End> ends = atOnce(() -> run(0, slot), () -> run(1, slot));
            String run =
                    ends.stream().filter(End::won).map(End::answer).findFirst().orElseThrow();
            assertThat(ends)
                    .allMatch(end ->
                            end.won() ? run.equals(end.answer()) : end.code().equals("RUN_IN_PROGRESS"));
            assertThat(run(1, slot).answer()).as("asked once more").isEqualTo(run);
        }
    }

    @Test
    void a_run_and_a_manual_match_at_once() {
        for (int round = 0; round < RUNS; round++) {
            String id = UUID.randomUUID().toString();
            given(needIn("2B", id, 1), mentorIn("2B", "mentor-" + id, 1));
            List<End> ends = atOnce(
                    () -> run(0), () -> send(1, propose("proposal-" + id, "need-" + id, "mentor-" + id, "account-b")));
            assertThat(ends.get(0).won()).isTrue();
            assertThat(ends.get(1).code()).isIn("WON", "NO_FREE_SEAT", "NO_FREE_CAPACITY");
            assertThat(reserved(id)).as("the seat is given once").isEqualTo(1);
        }
        everyInvariantHolds();
    }

    @Test
    void a_line_gets_shorter_during_a_run() {
        for (int round = 0; round < RUNS; round++) {
            String id = UUID.randomUUID().toString();
            given(needIn("971", id, 3), mentorIn("971", "mentor-" + id, 3));
            List<End> ends = atOnce(() -> run(0), () -> send(1, new ReviseNeedLine("need-" + id, 1, 1)));
            assertThat(ends).allMatch(End::won);
        }
        everyInvariantHolds();
    }

    @Test
    void a_mentor_leaves_during_a_run() {
        for (int round = 0; round < RUNS; round++) {
            String id = UUID.randomUUID().toString();
            given(needIn("972", id, 1), mentorIn("972", "mentor-" + id, 1));
            List<End> ends = atOnce(() -> run(0), () -> send(1, new WithdrawMentor("mentor-" + id)));
            assertThat(ends).allMatch(End::won);
        }
        everyInvariantHolds();
    }

    /** Runs match all that waits: a territory of its own keeps the other races out. */
    private static OpenNeed needIn(String departement, String id, int seats) {
        OpenNeed need = need("need-" + id, seats);
        return new OpenNeed(
                need.need(),
                new QualifiedNeed(
                        need.qualified().structure(),
                        need.qualified().referent(),
                        departement,
                        need.qualified().academie(),
                        need.qualified().priorityAudience(),
                        need.qualified().lines(),
                        need.qualified().declaredOn()));
    }

    private static OpenMentor mentorIn(String departement, String mentor, int capacity) {
        MentorProfile teacher = new MentorProfile(
                true,
                departement,
                false,
                TEACHER.skills(),
                TEACHER.supports(),
                TEACHER.channels(),
                TEACHER.slots(),
                null,
                null);
        return new OpenMentor(mentor, teacher, capacity);
    }

    /** Seats of the need that are held in the end. */
    private static long reserved(String id) {
        long reserved = stream("seats-" + id).stream()
                .filter(SeatReserved.class::isInstance)
                .count();
        return reserved
                - stream("seats-" + id).stream()
                        .filter(SeatReleased.class::isInstance)
                        .count();
    }

    private static int published(PolicyContent content) {
        return Integer.parseInt(Objects.requireNonNull(
                send(0, new PublishPolicy(content, "account-p", NOW)).answer()));
    }

    private static End run(int instance) {
        return run(instance, "race-" + UUID.randomUUID());
    }

    private static End run(int instance, String id) {
        try {
            return new End(
                    INSTANCES
                            .get(instance)
                            .getBean(Runs.class)
                            .run(CommandContext.system(id), JobProgress.UNWATCHED)
                            .run(),
                    null);
        } catch (Rejection refused) {
            return new End(null, refused);
        }
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
        return atOnce(() -> send(0, first), () -> send(1, second));
    }

    private static List<End> atOnce(Callable<End> first, Callable<End> second) {
        CyclicBarrier barrier = new CyclicBarrier(2);
        List<Future<End>> running = new ArrayList<>();
        for (Callable<End> side : List.of(first, second)) {
            running.add(THREADS.submit(() -> {
                barrier.await(10, TimeUnit.SECONDS);
                return side.call();
            }));
        }
        try {
            return List.of(
                    running.get(0).get(60, TimeUnit.SECONDS), running.get(1).get(60, TimeUnit.SECONDS));
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static End send(int instance, MatchingCommand command) {
        return send(instance, command, "race-" + UUID.randomUUID());
    }

    private static End send(int instance, MatchingCommand command, String id) {
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
        return INSTANCES.getFirst().getBean(Streams.class).past(id);
    }

    /** Read from the stored events alone, without the deciders. */
    private static void everyInvariantHolds() {
        List<DomainEvent> history = new ArrayList<>();
        try (Stream<StoredFact> stored =
                INSTANCES.getFirst().getBean(FactLog.class).after(Place.BEGINNING)) {
            stored.forEach(fact -> history.add(fact.fact()));
        }
        assertThat(history).isNotEmpty();
        Invariants.hold(history, 0);
    }
}
