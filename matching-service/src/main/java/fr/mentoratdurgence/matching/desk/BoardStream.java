package fr.mentoratdurgence.matching.desk;

import fr.mentoratdurgence.matching.running.LiveMatching;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Says « changed » and nothing else to the pages that are open: each asks for what it may see. A page whose stream ends
 * opens it again, with the rights that its person has by then.
 */
@Controller
class BoardStream {
    private static final int MOST = 500;
    private static final Duration LIFE = Duration.ofMinutes(5);

    private final Set<SseEmitter> open = ConcurrentHashMap.newKeySet();

    BoardStream(LiveMatching live) {
        live.onChange(this::changed);
    }

    @GetMapping(path = "/appariement/flux", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> stream() {
        if (open.size() >= MOST) {
            return ResponseEntity.noContent().build(); // the browser does not ask again; a reload shows the same
        }
        SseEmitter emitter = new SseEmitter(LIFE.toMillis());
        emitter.onCompletion(() -> open.remove(emitter));
        emitter.onTimeout(emitter::complete);
        emitter.onError(_ -> open.remove(emitter));
        open.add(emitter);
        tell(emitter, SseEmitter.event().comment("ok"));
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .body(emitter);
    }

    /** Finds out who has left. */
    @Scheduled(fixedDelay = 20_000)
    void breathe() {
        open.forEach(emitter -> tell(emitter, SseEmitter.event().comment("ok")));
    }

    private void changed() {
        open.forEach(emitter -> tell(emitter, SseEmitter.event().name("changed").data("1")));
    }

    private void tell(SseEmitter emitter, SseEmitter.SseEventBuilder what) {
        try {
            emitter.send(what);
        } catch (IOException | IllegalStateException gone) {
            open.remove(emitter);
        }
    }
}
