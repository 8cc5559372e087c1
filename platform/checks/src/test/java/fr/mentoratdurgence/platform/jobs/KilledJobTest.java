package fr.mentoratdurgence.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.jobs.Instances.Counted;
import fr.mentoratdurgence.platform.jobs.Instances.Steps;
import fr.mentoratdurgence.platform.test.LocalParts;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An instance that is killed (SIGKILL) in the midst of a job. */
class KilledJobTest {
    private static final int STEPS = 200;

    @Test
    void another_instance_takes_the_job_of_a_killed_one_up_and_does_what_was_left()
            throws IOException, InterruptedException {
        LocalParts.Database database = LocalParts.database();
        try (Instances instances = new Instances(database, Clock.systemUTC(), JobProcess.LEASE)) {
            // given a process that is killed after some steps of two hundred
            var survivor = instances.instance(instances.counting("survivor", Duration.ZERO));
            String job = survivor.rows()
                    .write(
                            "job-1",
                            "COUNTING",
                            new Steps(STEPS),
                            new byte[0],
                            Instances.ADA,
                            CommandContext.system("c-1"));
            Process victim = JobProcess.start(database);
            try {
                await().atMost(Duration.ofMinutes(2)).until(() -> instances.steps(job) >= 5);
            } finally {
                victim.destroyForcibly().waitFor();
            }
            int before = instances.steps(job);
            assertThat(before).isBetween(5, STEPS - 1);

            // when another one looks for work, at first in vain: the job is the dead one's for as long as its lease
            // lasts
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                survivor.worker().takeAll();
                return survivor.jobs().find(job, Instances.ADA).ended();
            });

            // then it is done: begun twice, each step done once, by the dead one as far as it came
            assertThat(survivor.jobs().result(job, Instances.ADA, Counted.class))
                    .isEqualTo(new Counted(STEPS));
            assertThat(instances.begun(job)).containsExactly("killed", "survivor");
            assertThat(instances.steps(job)).isEqualTo(STEPS);
            assertThat(instances
                            .db
                            .sql("select count(*) from step where instance = 'killed'")
                            .query(Integer.class)
                            .single())
                    .isGreaterThanOrEqualTo(before);
            assertThat(survivor.jobs().find(job, Instances.ADA).attempts()).isEqualTo(2);
        }
    }
}
