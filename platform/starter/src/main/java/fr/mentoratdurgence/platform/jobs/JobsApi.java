package fr.mentoratdurgence.platform.jobs;

import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Jobs, for programs: how far one is, what it came to, that it stop. */
@RestController
@RequestMapping("${mentorat.api}")
class JobsApi {
    private static final int LATEST = 50;

    /**
     * A job as it stands.
     *
     * @param total    0 = not known
     * @param stopping whether it stops at its next step
     * @param result   address of the answer, once it is there
     */
    record Told(
            String job,
            String kind,
            String state,
            int done,
            int total,
            boolean stopping,
            Instant askedAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String result) {}

    private final Jobs jobs;
    private final JobRows rows;

    JobsApi(Jobs jobs, JobRows rows) {
        this.jobs = jobs;
        this.rows = rows;
    }

    /** What this person asked for, the latest first. */
    @GetMapping("/jobs")
    List<Told> mine(Person person) {
        return jobs.newestOf(person, LATEST).stream().map(jobs::told).toList();
    }

    @GetMapping("/jobs/{job}")
    Told one(@PathVariable String job, Person person) {
        return jobs.told(jobs.find(job, person));
    }

    /** The answer, or the refusal as it would have been told at once. */
    @GetMapping("/jobs/{job}/result")
    ResponseEntity<Object> result(@PathVariable String job, Person person) {
        return jobs.answer(jobs.find(job, person), HttpStatus.OK);
    }

    @DeleteMapping("/jobs/{job}")
    Told cancel(@PathVariable String job, Person person) {
        jobs.cancel(job, person);
        return jobs.told(jobs.find(job, person));
    }

    /** For ops: how many stand where. */
    @GetMapping("/ops/jobs")
    List<JobRows.Counted> counted() {
        return rows.counted();
    }

    /** For ops: an open job without who asked for it and what for. */
    record Open(String job, String kind, String state, int done, int total, boolean stopping, Instant askedAt) {}

    /** For ops: those that have not ended, the oldest first. */
    @GetMapping("/ops/jobs/open")
    List<Open> open() {
        return rows.open(LATEST).stream().map(JobsApi::open).toList();
    }

    /** For ops: it stops at its next step, whoever asked for it. */
    @DeleteMapping("/ops/jobs/{job}")
    Open stop(@PathVariable String job) {
        rows.cancel(job);
        return rows.find(job).map(JobsApi::open).orElseThrow(() -> new Rejection(JobRejection.NO_SUCH_JOB));
    }

    private static Open open(Job job) {
        return new Open(
                job.id(), job.kind(), job.state().name(), job.done(), job.total(), job.stopping(), job.askedAt());
    }
}
