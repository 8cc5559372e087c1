package fr.mentoratdurgence.platform.jobs;

import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Says « changed » and nothing else to the page of a job that has moved, whichever instance moved it. */
@Controller
class JobStream {
    private static final int MOST = 200;
    private static final Duration LIFE = Duration.ofMinutes(5);

    private final Set<Listener> open = ConcurrentHashMap.newKeySet();
    private final Jobs jobs;

    private static final class Listener {
        private final String job;
        private final Person person;
        private final SseEmitter emitter = new SseEmitter(LIFE.toMillis());
        private String told = "";

        Listener(String job, Person person) {
            this.job = job;
            this.person = person;
        }
    }

    JobStream(Jobs jobs) {
        this.jobs = jobs;
    }

    /** Of a job that has ended there is nothing to hear: the browser does not ask again. */
    @GetMapping(path = "${mentorat.jobs.path}/travaux/{job}/flux", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> stream(@PathVariable String job, Person person) {
        if (open.size() >= MOST || jobs.find(job, person).ended()) {
            return ResponseEntity.noContent().build();
        }
        Listener listener = new Listener(job, person);
        listener.emitter.onCompletion(() -> open.remove(listener));
        listener.emitter.onTimeout(listener.emitter::complete);
        listener.emitter.onError(_ -> open.remove(listener));
        open.add(listener);
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .body(listener.emitter);
    }

    @Scheduled(fixedDelay = 1_000)
    void look() {
        open.forEach(this::look);
    }

    private void look(Listener listener) {
        try {
            Job job = jobs.find(listener.job, listener.person);
            String now = job.state() + " " + job.done() + " " + job.stopping();
            if (!now.equals(listener.told)) {
                listener.told = now;
                listener.emitter.send(SseEmitter.event().name("changed").data("1"));
            }
            if (job.ended()) {
                listener.emitter.complete();
            }
        } catch (Rejection forgotten) {
            listener.emitter.complete();
        } catch (DataAccessException unavailable) {
            return; // the next look tells what changed meanwhile
        } catch (IOException | IllegalStateException gone) {
            open.remove(listener);
        }
    }
}
