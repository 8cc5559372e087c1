package fr.mentoratdurgence.platform.jobs;

import fr.mentoratdurgence.platform.InvalidInput;
import fr.mentoratdurgence.platform.SystemFault;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.domain.RejectionCode;
import fr.mentoratdurgence.platform.jobs.JobRows.Held;
import fr.mentoratdurgence.platform.jobs.JobRows.Taken;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does jobs, on any number of instances: each takes what waits, says every while that it is still there, and loses what
 * it says nothing about. A refusal ends a job; anything else is tried again after growing pauses, until it has been begun
 * {@value #MOST_ATTEMPTS} times: work that breaks its instance each time must not break them all for ever.
 */
class JobWorker {
    private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    static final int MOST_ATTEMPTS = 8;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    private final Map<String, JobKind<?>> kinds;
    private final JobRows rows;
    private final JobsSettings settings;
    private final Map<Taken, WatchedProgress> running = new ConcurrentHashMap<>();
    private volatile boolean leaving;

    JobWorker(List<JobKind<?>> kinds, JobRows rows, JobsSettings settings) {
        this.kinds = kinds.stream().collect(Collectors.toMap(JobKind::name, Function.identity()));
        this.rows = rows;
        this.settings = settings;
    }

    /** Something was asked for just now. */
    void look() {
        Thread _ = Thread.ofVirtual().name("jobs").start(this::takeAll);
    }

    /** What waits, and what others lost. */
    @Scheduled(fixedDelayString = "${mentorat.jobs.every}")
    void takeAll() {
        while (!leaving) {
            try {
                Optional<Taken> taken = rows.take(kinds.values(), settings.lease());
                if (taken.isEmpty()) {
                    return;
                }
                start(taken.get());
            } catch (DataAccessException | TransactionException away) {
                LOG.info("no job can be taken now", away);
                return;
            }
        }
    }

    private void start(Taken job) {
        WatchedProgress progress = new WatchedProgress();
        running.put(job, progress);
        Thread _ = Thread.ofVirtual().name("job-" + job.kind()).start(() -> {
            try {
                work(job, progress);
            } catch (DataAccessException | TransactionException away) {
                LOG.info("how {} ended cannot be written down: it is begun again", job.id(), away);
            } finally {
                running.remove(job);
                takeAll(); // there is room for the next one of its kind
            }
        });
    }

    private void work(Taken job, WatchedProgress progress) {
        if (job.cancelAsked()) {
            rows.end(job, JobState.CANCELLED, progress, null);
            return;
        }
        if (job.attempt() > MOST_ATTEMPTS) {
            LOG.error("{} of kind {} was begun {} times and is given up", job.id(), job.kind(), MOST_ATTEMPTS);
            rows.end(job, JobState.FAILED, progress, null);
            return;
        }
        try {
            Object answer =
                    done(Objects.requireNonNull(kinds.get(job.kind()), "only known kinds are taken"), job, progress);
            rows.end(job, JobState.DONE, progress, answer);
        } catch (WatchedProgress.Stopped _) {
            rows.end(job, JobState.CANCELLED, progress, null); // nothing happens where another instance has it
        } catch (Rejection refused) {
            if (refused.code().kind() == RejectionCode.Kind.BUSY) {
                later(job, refused);
            } else {
                rows.end(job, JobState.REFUSED, progress, JobRefusal.of(refused));
            }
        } catch (InvalidInput invalid) {
            rows.end(job, JobState.REFUSED, progress, JobRefusal.of(invalid));
        } catch (SystemFault broken) {
            LOG.warn("{} of kind {} is not done until somebody mends this", job.id(), job.kind(), broken);
            rows.end(job, JobState.REFUSED, progress, JobRefusal.of(broken));
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError failed) {
            later(job, failed);
        }
    }

    private <P> Object done(JobKind<P> kind, Taken job, JobProgress progress) {
        P parameters = JSON.readValue(job.parameters(), kind.parameters());
        return kind.work()
                .run(new JobRun<>(job.id(), parameters, rows.opened(job), job.person(), job.context(), progress));
    }

    private void later(Taken job, Throwable why) {
        LOG.warn("{} of kind {} is tried again", job.id(), job.kind(), why);
        Duration pause = Duration.ofSeconds(1L << Math.min(job.attempt() - 1, 7));
        rows.giveBack(job, pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }

    /** Says that we are still there and how far we are; hears whether to stop. */
    @Scheduled(fixedDelay = 500)
    void beat() {
        running.forEach((job, progress) -> {
            int done = progress.done();
            if (!progress.isToWrite(settings.lease().toNanos() / 6)) {
                return;
            }
            try {
                if (rows.hold(job, progress, settings.lease()) != Held.OURS) {
                    progress.stop();
                }
                progress.written(done);
            } catch (DataAccessException | TransactionException away) {
                LOG.info("how far {} is cannot be written down now", job.id(), away);
            }
        });
    }

    /** Old ones are forgotten. */
    @Scheduled(initialDelay = 60_000, fixedDelay = 600_000)
    void forget() {
        while (rows.forget(settings.keep()) > 0 && !leaving) {
            // in small portions
        }
    }

    /** What is in our hands is free for the others at once; what our threads still do of it is not done twice. */
    @PreDestroy
    void leave() {
        leaving = true;
        running.forEach((job, progress) -> {
            progress.stop();
            try {
                rows.giveBack(job, Duration.ZERO);
            } catch (DataAccessException | TransactionException away) {
                LOG.info("{} is free once its time is over", job.id(), away);
            }
        });
    }
}
