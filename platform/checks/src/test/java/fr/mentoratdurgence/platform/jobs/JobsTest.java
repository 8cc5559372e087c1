package fr.mentoratdurgence.platform.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands.Busy;
import fr.mentoratdurgence.platform.Commands.Claim;
import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.domain.RejectionCode;
import fr.mentoratdurgence.platform.jobs.Instances.Counted;
import fr.mentoratdurgence.platform.jobs.Instances.Instance;
import fr.mentoratdurgence.platform.jobs.Instances.Steps;
import fr.mentoratdurgence.platform.jobs.Instances.Work;
import fr.mentoratdurgence.platform.test.LocalParts;
import fr.mentoratdurgence.platform.test.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a job, on a real PostgreSQL. */
class JobsTest {
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final byte[] FILE = "nom;courriel\nDurand;ida.durand@exemple.fr\n".getBytes(UTF_8);

    private record Quoting(String quotes) {}

    private enum Full implements RejectionCode {
        HOUSE_FULL;

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    private final MovableClock clock = new MovableClock(Instant.parse("2020-04-20T08:00:00Z"));
    private final Instances instances = new Instances(LocalParts.database(), clock, LEASE);

    @AfterEach
    void nobody() {
        instances.close();
    }

    private static CommandContext click(String id) {
        return new CommandContext(id, Instances.ADA.actor(), "request-1", null, "content-of-" + id);
    }

    private Instance counts(String name) {
        return instances.instance(instances.counting(name, Duration.ZERO));
    }

    private Instance does(JobKind.Work<Steps> work) {
        return instances.instance(JobKind.of(Work.COUNTING, Steps.class, work));
    }

    private static String ask(Instance of, String click) {
        return of.jobs().ask(Work.COUNTING, new Steps(3), FILE, Instances.ADA, click(click));
    }

    private static Job ended(Instance of, String job) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            of.worker().takeAll();
            of.worker().beat();
            return of.jobs().find(job, Instances.ADA).ended();
        });
        return of.jobs().find(job, Instances.ADA);
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    @Test
    void a_double_click_is_one_job_and_its_number_is_nobody_elses() throws Exception {
        Instance one = counts("one");
        Instance two = counts("two");

        List<String> jobs = atOnce(List.of(() -> ask(one, "click"), () -> ask(two, "click"), () -> ask(one, "click")));

        assertThat(new HashSet<>(jobs)).hasSize(1);
        String job = jobs.getFirst();
        assertThat(ended(one, job).state().is(JobState.DONE)).isTrue();
        assertThat(instances.begun(job)).hasSize(1);
        assertThat(ask(two, "click")).as("once more, when all is done").isEqualTo(job);
        var other = new CommandContext("click", Instances.ADA.actor(), "request-2", null, "other content");
        assertThatThrownBy(() -> one.jobs().ask(Work.COUNTING, new Steps(3), Instances.ADA, other))
                .satisfies(refused -> assertThat(((Rejection) refused).is(Claim.OTHER_CONTENT))
                        .isTrue());
        assertThatThrownBy(() -> one.jobs().ask(Work.COUNTING, new Steps(3), Instances.BEN, click("click")))
                .satisfies(refused -> assertThat(((Rejection) refused).is(Claim.COMMAND_ID_REUSED))
                        .isTrue());
    }

    @Test
    void two_instances_do_each_job_once_and_no_more_at_a_time_than_its_kind_allows() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        JobKind<Steps> kind = JobKind.of(Work.COUNTING, Steps.class, run -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    done.incrementAndGet();
                    rest();
                    now.decrementAndGet();
                    return new Counted(1);
                })
                .atOnce(2);
        Instance one = instances.instance(kind);
        Instance two = instances.instance(kind);

        List<Callable<String>> clicks = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String click = "click-" + i;
            Instance of = i % 2 == 0 ? one : two;
            clicks.add(() -> ask(of, click));
        }
        List<String> jobs = atOnce(clicks);

        jobs.forEach(job -> ended(two, job));
        assertThat(done).hasValue(12);
        assertThat(most).hasValueBetween(1, 2);
    }

    private static void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void what_was_brought_is_sealed_until_the_work_is_done_and_the_answer_is_who_askeds_alone() {
        List<String> read = new ArrayList<>();
        Instance one = does(run -> {
            read.add(new String(run.file(), UTF_8) + run.person().displayName());
            return new Quoting("ida.durand@exemple.fr");
        });
        one.rows().write("job-1", "COUNTING", new Steps(1), FILE, Instances.ADA, click("click"));
        assertThat(new String(bytes("file_sealed", "job-1"), UTF_8)).doesNotContain("Durand", "exemple.fr");
        assertThat(instances
                        .db
                        .sql("select asker::text from job")
                        .query(String.class)
                        .single())
                .contains("account-ada")
                .doesNotContain("Nom qui ne reste pas");

        ended(one, "job-1");

        assertThat(read).containsExactly(new String(FILE, UTF_8));
        assertThat(bytes("file_sealed", "job-1")).isNull();
        assertThat(new String(bytes("outcome_sealed", "job-1"), UTF_8)).doesNotContain("exemple.fr");
        assertThat(one.jobs().result("job-1", Instances.ADA, Quoting.class))
                .isEqualTo(new Quoting("ida.durand@exemple.fr"));
        assertThatThrownBy(() -> one.jobs().find("job-1", Instances.BEN))
                .satisfies(refused -> assertThat(((Rejection) refused).is(JobRejection.NO_SUCH_JOB))
                        .isTrue());
    }

    private byte @Nullable [] bytes(String column, String job) {
        return instances
                .db
                .sql("select " + column + " from job where id = ?")
                .param(job)
                .query((row, _) -> row.getBytes(1))
                .list()
                .getFirst();
    }

    @Test
    void a_job_that_waits_is_cancelled_at_once_and_one_at_work_at_its_next_step() throws Exception {
        Instance idle = counts("one");
        idle.rows().write("job-1", "COUNTING", new Steps(1), FILE, Instances.ADA, click("waits"));
        idle.jobs().cancel("job-1", Instances.ADA);
        assertThat(idle.jobs().find("job-1", Instances.ADA).state().is(JobState.CANCELLED))
                .isTrue();
        assertThat(bytes("file_sealed", "job-1")).isNull();
        idle.worker().takeAll();
        assertThat(instances.begun("job-1")).isEmpty();

        CountDownLatch begun = new CountDownLatch(1);
        Instance busy = does(run -> {
            for (int step = 0; ; step++) {
                run.progress().at(step, 1_000_000);
                begun.countDown();
                rest();
            }
        });
        String job = ask(busy, "works");
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        busy.jobs().cancel(job, Instances.ADA);
        assertThat(busy.jobs().find(job, Instances.ADA).stopping()).isTrue();
        assertThat(ended(busy, job).state().is(JobState.CANCELLED)).isTrue();
        assertThatThrownBy(() -> busy.jobs().result(job, Instances.ADA, Counted.class))
                .satisfies(refused -> assertThat(((Rejection) refused).is(JobRejection.JOB_CANCELLED))
                        .isTrue());
    }

    @Test
    void a_refusal_is_told_as_it_was_said() {
        Instance refusing = does(_ -> {
            throw new Rejection(Full.HOUSE_FULL, Map.of("seats", "12"));
        });
        String refused = ask(refusing, "refused");
        assertThat(ended(refusing, refused).state().is(JobState.REFUSED)).isTrue();
        assertThatThrownBy(() -> refusing.jobs().result(refused, Instances.ADA, Counted.class))
                .isInstanceOfSatisfying(Rejection.class, rejection -> {
                    assertThat(rejection.is(Full.HOUSE_FULL)).isTrue();
                    assertThat(rejection.details()).containsEntry("seats", "12");
                });

        Instance mending = does(_ -> {
            throw new InvalidInput(
                    new Violations().add("file", "fichier.trop", 5_000).all());
        });
        String invalid = ask(mending, "invalid");
        assertThat(ended(mending, invalid).state().is(JobState.REFUSED)).isTrue();
        assertThatThrownBy(() -> mending.jobs().result(invalid, Instances.ADA, Counted.class))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        input -> assertThat(input.violations())
                                .containsExactly(new Violations.Violation("file", "fichier.trop", List.of(5_000))));
    }

    @Test
    void what_is_busy_or_breaks_is_tried_again_and_what_breaks_each_time_is_given_up() {
        AtomicInteger tries = new AtomicInteger();
        Instance heals = does(_ -> {
            if (tries.incrementAndGet() == 1) {
                throw new Rejection(Busy.BUSY);
            }
            return new Counted(1);
        });
        assertThat(ended(heals, ask(heals, "heals")).state().is(JobState.DONE)).isTrue();
        assertThat(tries).hasValue(2);

        Instance breaks = does(_ -> {
            throw new IllegalStateException("broken");
        });
        String job = ask(breaks, "breaks");
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            instances
                    .db
                    .sql("update job set claimed_until = now() where claimed_until > now() and state = 'WAITING'")
                    .update();
            breaks.worker().takeAll();
            return breaks.jobs().find(job, Instances.ADA).ended();
        });
        assertThat(breaks.jobs().find(job, Instances.ADA).state().is(JobState.FAILED))
                .isTrue();
        assertThat(breaks.jobs().find(job, Instances.ADA).attempts()).isEqualTo(JobWorker.MOST_ATTEMPTS + 1);
    }

    @Test
    void an_instance_that_leaves_gives_its_job_back_and_one_that_lost_it_ends_nothing() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        Instance leaving = does(run -> {
            begun.countDown();
            heard(told);
            run.progress().at(1, 2);
            return new Counted(1);
        });
        Instance next = counts("next");
        String job = ask(leaving, "leaves");
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

        leaving.worker().leave();

        assertThat(ended(next, job).state().is(JobState.DONE)).isTrue();
        told.countDown();
        assertThat(next.jobs().result(job, Instances.ADA, Counted.class)).isEqualTo(new Counted(3));
        assertThat(instances.begun(job)).containsExactly("next");
    }

    private static void heard(CountDownLatch sign) {
        try {
            assertThat(sign.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_job_is_forgotten_after_its_time_and_only_then() {
        Instance one = counts("one");
        String job = ask(one, "click");
        ended(one, job);
        clock.forward(Duration.ofDays(3).minusMinutes(1));
        one.worker().forget();
        assertThat(one.jobs().find(job, Instances.ADA).ended()).isTrue();
        clock.forward(Duration.ofMinutes(2));
        one.worker().forget();
        assertThatThrownBy(() -> one.jobs().find(job, Instances.ADA)).isInstanceOf(Rejection.class);
    }

    @Test
    void who_has_too_many_open_waits() {
        Instance one = counts("one");
        for (int i = 0; i < 20; i++) {
            one.rows().write("job-" + i, "COUNTING", new Steps(1), new byte[0], Instances.ADA, click("click-" + i));
        }
        assertThatThrownBy(() -> ask(one, "one more"))
                .satisfies(refused -> assertThat(((Rejection) refused).is(JobRejection.TOO_MANY_JOBS))
                        .isTrue());
        assertThat(ask(one, "click-7")).as("the same again is not one more").isEqualTo("job-7");
    }
}
