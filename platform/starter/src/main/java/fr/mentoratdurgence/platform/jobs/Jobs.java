package fr.mentoratdurgence.platform.jobs;

import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Ids;
import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.SeeOther;
import fr.mentoratdurgence.platform.ServiceSettings;
import fr.mentoratdurgence.platform.Violations;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks for work that may take long, and answers for it. What is done within a moment is answered as if there were no job;
 * the others get an address at which it can be watched, stopped and read.
 */
public final class Jobs {
    /** Where the gateway gives up long before, a person has nothing of it. */
    static final String PREFER = "Prefer";

    static final String RESPOND_ASYNC = "respond-async";
    private static final byte[] NO_FILE = {};
    private static final int MOST_OPEN = 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, JobKind<?>> kinds;
    private final JobRows rows;
    private final JobWorker worker;
    private final Ids ids;
    private final JobsSettings settings;
    private final String api;

    Jobs(
            List<JobKind<?>> kinds,
            JobRows rows,
            JobWorker worker,
            Ids ids,
            JobsSettings settings,
            ServiceSettings service) {
        this.kinds = kinds.stream().collect(Collectors.toMap(JobKind::name, Function.identity()));
        this.rows = rows;
        this.worker = worker;
        this.ids = ids;
        this.settings = settings;
        this.api = service.api() + "/jobs";
    }

    /** Asks without a file. */
    public String ask(Enum<?> kind, Object parameters, Person person, CommandContext context) {
        return ask(kind, parameters, NO_FILE, person, context);
    }

    /**
     * Asks; the same command id twice is one job.
     *
     * @param parameters of the class that the kind names; ids, codes and numbers
     * @param file       what the person brought; sealed until the work is done, then gone
     * @return the id of the job
     * @throws Rejection where the person has too many open, or the command id was used for something else
     */
    public String ask(Enum<?> kind, Object parameters, byte[] file, Person person, CommandContext context) {
        JobKind<?> known = kinds.get(kind.name());
        if (known == null || !known.parameters().isInstance(parameters)) {
            throw new IllegalArgumentException(kind + " is not asked for by " + parameters.getClass());
        }
        if (context.seen() != null) {
            // it would have to be remembered, and be true when the work begins
            new Violations().add(HttpHeaders.IF_MATCH, "probleme.if-match").throwIfAny();
        }
        if (rows.openOf(person.account()) >= MOST_OPEN && !rows.isKnown(context.commandId())) {
            throw new Rejection(JobRejection.TOO_MANY_JOBS, Map.of("most", String.valueOf(MOST_OPEN)));
        }
        String job = rows.write(ids.next("job"), kind.name(), parameters, file, person, context);
        worker.look();
        return job;
    }

    /**
     * A job that this person may see.
     *
     * @throws Rejection {@code NO_SUCH_JOB}
     */
    public Job find(String id, Person person) {
        return rows.find(id)
                .filter(job -> mayBeSeen(job, person))
                .orElseThrow(() -> new Rejection(JobRejection.NO_SUCH_JOB));
    }

    private boolean mayBeSeen(Job job, Person person) {
        JobKind<?> kind = kinds.get(job.kind());
        return job.account().equals(person.account())
                || (kind != null && kind.seenBy().test(job, person));
    }

    /** The latest that this person asked for. */
    List<Job> newestOf(Person person, int most) {
        return rows.newestOf(person.account(), most);
    }

    /** It is to stop; nothing happens where it has ended. */
    public void cancel(String id, Person person) {
        rows.cancel(find(id, person).id());
    }

    /**
     * What it came to.
     *
     * @throws Rejection                                     the refusal, where it was refused; or why there is no answer
     * @throws fr.mentoratdurgence.platform.InvalidInput where what was brought is to be mended
     */
    public <R> R result(String id, Person person, Class<R> type) {
        return JSON.readValue(result(find(id, person)), type);
    }

    String result(Job job) {
        if (job.state().is(JobState.DONE)) {
            return rows.outcome(job.id());
        }
        if (job.state().is(JobState.REFUSED)) {
            throw JSON.readValue(rows.outcome(job.id()), JobRefusal.class).again();
        }
        throw new Rejection(
                job.state().is(JobState.FAILED)
                        ? JobRejection.JOB_FAILED
                        : job.state().is(JobState.CANCELLED) ? JobRejection.JOB_CANCELLED : JobRejection.JOB_NOT_ENDED);
    }

    /** Why it was refused; nothing where it was not. */
    @Nullable
    RuntimeException refusal(Job job) {
        return job.state().is(JobState.REFUSED)
                ? JSON.readValue(rows.outcome(job.id()), JobRefusal.class).again()
                : null;
    }

    /** Where people read what it came to; empty where there is nothing to read, or no page for it. */
    String page(Job job) {
        JobKind<?> kind = kinds.get(job.kind());
        return kind == null || !job.state().is(JobState.DONE)
                ? ""
                : kind.page().of(job.id(), () -> JSON.readTree(rows.outcome(job.id())));
    }

    /** The job, ended if it ends within the moment that anybody waits. */
    public Job awaited(String id, Person person) {
        long end = System.nanoTime() + settings.answerWithin().toNanos();
        Job job = find(id, person);
        for (long pause = 10; !job.ended() && System.nanoTime() < end; pause = Math.min(2 * pause, 100)) {
            try {
                Thread.sleep(Duration.ofMillis(pause));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return job;
            }
            job = find(id, person);
        }
        return job;
    }

    /**
     * For a program: the answer where it is there within the moment, and 202 with an address otherwise, or where the
     * request says {@code Prefer: respond-async}.
     *
     * @param status of the answer
     */
    public ResponseEntity<Object> answer(String id, Person person, HttpStatus status) {
        if (wantsNoWaiting()) {
            return accepted(find(id, person));
        }
        Job job = awaited(id, person);
        return job.ended() ? answer(job, status) : accepted(job);
    }

    /** The answer of a job that has ended. */
    ResponseEntity<Object> answer(Job job, HttpStatus status) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(JSON.readTree(result(job)));
    }

    private ResponseEntity<Object> accepted(Job job) {
        return ResponseEntity.accepted()
                .location(URI.create(api + "/" + job.id()))
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(told(job));
    }

    private static boolean wantsNoWaiting() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked
                && RESPOND_ASYNC.equals(asked.getRequest().getHeader(PREFER));
    }

    /**
     * For a browser: the page of the answer where it is there within the moment, the page of the job otherwise. A
     * refusal that is there passes to the form.
     *
     * @param retour where the form stood: whoever has the answer at once goes back there
     */
    public ModelAndView lead(String id, Person person, @Nullable String retour) {
        Job job = awaited(id, person);
        if (job.ended()) {
            String _ = result(job); // or the refusal
            return SeeOther.back(retour, pageOrOwn(job));
        }
        return SeeOther.at(pageOrOwn(job));
    }

    /**
     * For a browser that asks a question: the page with the answer where it is there within the moment, the way to the
     * page of the job otherwise. A refusal that is there passes to the form.
     */
    public <R> ModelAndView show(
            Enum<?> kind, String id, Person person, Class<R> type, Function<R, ModelAndView> page) {
        Job job = awaited(id, person);
        if (!job.kind().equals(kind.name())) {
            throw new Rejection(JobRejection.NO_SUCH_JOB);
        }
        return job.ended() ? page.apply(JSON.readValue(result(job), type)) : SeeOther.at(pageOrOwn(job));
    }

    private String pageOrOwn(Job job) {
        String page = page(job);
        return page.isEmpty() ? settings.path() + "/travaux/" + job.id() : page;
    }

    /** A job as programs are told of it. */
    JobsApi.Told told(Job job) {
        return new JobsApi.Told(
                job.id(),
                job.kind(),
                job.state().name(),
                job.done(),
                job.total(),
                job.stopping(),
                job.askedAt(),
                job.startedAt(),
                job.endedAt(),
                job.state().is(JobState.DONE) ? api + "/" + job.id() + "/result" : null);
    }
}
