package fr.mentoratdurgence.platform.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Says « changed » and nothing else to the pages that are open: each asks for what it may see. It is said once the tables
 * that pages read have moved, whichever instance moved them. A page whose stream ends opens it again, with the rights that
 * its person has by then; how many one account may open, and that they end with the session, is the gateway's to see to.
 */
@Controller
class ChangeStream {
    private static final int MOST = 500;
    private static final Duration LIFE = Duration.ofMinutes(5);
    /**
     * What was decided last, as of which place all of it is settled (a lower number may come later), and when something
     * was heard last.
     */
    private static final String MARK = """
            select coalesce((select max(global_index)::text from domain_event), '') || ' '
                || coalesce((select max(token) from token_entry where processor_name = 'publisher'), '') || ' '
                || coalesce((select max(received_at)::text from inbox_event), '')""";

    private final Set<SseEmitter> open = ConcurrentHashMap.newKeySet();
    private final JdbcClient db;
    private volatile String seen = "";

    ChangeStream(JdbcClient db) {
        this.db = db;
    }

    @GetMapping(path = "${mentorat.stream}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
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

    @Scheduled(fixedDelay = 1_000)
    void look() {
        String now;
        try {
            now = db.sql(MARK).query(String.class).single();
        } catch (DataAccessException unavailable) {
            return; // pages that ask say so; the next look tells what changed meanwhile
        }
        if (!now.equals(seen)) {
            seen = now;
            open.forEach(
                    emitter -> tell(emitter, SseEmitter.event().name("changed").data("1")));
        }
    }

    /** Finds out who has left. */
    @Scheduled(fixedDelay = 20_000)
    void breathe() {
        open.forEach(emitter -> tell(emitter, SseEmitter.event().comment("ok")));
    }

    private void tell(SseEmitter emitter, SseEmitter.SseEventBuilder what) {
        try {
            emitter.send(what);
        } catch (IOException | IllegalStateException gone) {
            open.remove(emitter);
        }
    }
}
